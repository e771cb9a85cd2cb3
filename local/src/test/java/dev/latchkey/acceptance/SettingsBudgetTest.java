package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.acceptance.SecondFactor.Owner;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What settings cost, and what they cost others, counted on the wire. */
class SettingsBudgetTest {

    private static final Map<String, Object> LINKS_TOO =
            Map.of("accessMode", "MAGIC_LINK_AND_LOGIN_2FA", "linksNeedSecondFactor", true);

    private final World world = World.get();
    private final String email = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, email);
    private final Administrator administrator = new Administrator(firm);
    private final SecondFactor codes = new SecondFactor(firm);

    @Test
    void readingIsOneRead_changingOneReadAndOneWrite_andWhatIsRefusedNoWrite() {
        assertThat(cost(administrator::read)).isEqualTo(Map.of("GetItem", 1));
        assertThat(cost(() -> world.api().get("/v1/firms/" + firm.id() + "/portal")))
                .isEqualTo(Map.of("GetItem", 1));
        Map<String, String> linksOnly = Map.of("accessMode", "MAGIC_LINK_ONLY");
        assertThat(cost(() -> administrator.change("\"0\"", linksOnly)))
                .isEqualTo(Map.of("GetItem", 1, "TransactWriteItems", 1));
        assertThat(cost(() -> administrator.change("\"0\"", linksOnly)))
                .as("stale")
                .isEqualTo(Map.of("GetItem", 1));
        assertThat(cost(() -> administrator.change(null, linksOnly)))
                .as("no version")
                .isEmpty();
        assertThat(cost(() -> administrator.preview(linksOnly))).isEqualTo(Map.of("GetItem", 1, "Query", 1));
    }

    @Test
    void aRequestLinkThatNeedsACode_isOneReadAndOneWrite_andItsCodeIsAsDearAsALogins() {
        Owner owner = codes.enrolled(email);
        administrator.choose(LINKS_TOO);
        Mail mail = firm.mailed("c1", "r1");
        String device = TestFirm.device();
        Answer[] asked = new Answer[1];
        assertThat(cost(() -> asked[0] = firm.redeem(mail.token(), device)))
                .isEqualTo(Map.of("BatchGetItem", 1, "TransactWriteItems", 1));
        assertThat(cost(() -> codes.verify(
                        asked[0].text("/challenge"), owner.app().settled().code())))
                .isEqualTo(Map.of("BatchGetItem", 1, "TransactWriteItems", 2, "Decrypt", 1, "Sign", 1));
        assertThat(cost(() -> asked[0] = firm.redeem(mail.token(), device)))
                .as("again")
                .isEqualTo(Map.of("BatchGetItem", 1, "TransactWriteItems", 1));
        assertThat(cost(() -> firm.redeem(mail.token(), TestFirm.device())))
                .as("another device")
                .isEqualTo(Map.of("BatchGetItem", 1, "PutItem", 1));
        assertThat(cost(() -> firm.inspect(mail.token()))).isEqualTo(Map.of("BatchGetItem", 1));
    }

    @Test
    void whereLinksNeedNone_theyCostWhatTheyDid() {
        firm.accessMode("MAGIC_LINK_AND_LOGIN_2FA");
        Mail mail = firm.mailed("c1", "r1");
        assertThat(cost(() -> firm.redeem(mail.token(), TestFirm.device())))
                .isEqualTo(Map.of("BatchGetItem", 1, "TransactWriteItems", 1, "Sign", 1));
    }

    private Map<String, Integer> cost(Supplier<Answer> call) {
        JsonNode before = world.quietCalls();
        assertThat(call.get().status()).isBetween(200, 499);
        return Costs.between(before, world.quietCalls());
    }
}
