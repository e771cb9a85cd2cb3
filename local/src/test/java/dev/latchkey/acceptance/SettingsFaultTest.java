package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.acceptance.SecondFactor.Owner;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsFaultTest {

    private static final Map<String, String> LINKS_ONLY = Map.of("accessMode", "MAGIC_LINK_ONLY");

    private final World world = World.get();
    private final String email = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, email);
    private final Administrator administrator = new Administrator(firm);

    @Test
    void whatCannotBeReadOrWritten_changesNothing_andSaysSo() {
        for (String operation : new String[] {"GetItem", "TransactWriteItems"}) {
            world.fault("dynamodb", operation, "InternalServerError", 1000, "before");
            Answer down = administrator.changeAs(firm.staff("portal:admin"), "\"0\"", Api.write(LINKS_ONLY));
            assertThat(down.status()).as(operation).isEqualTo(503);
            assertThat(down.header("retry-after")).isNotNull();
            world.noFaults();
            assertThat(administrator.read().text("/version")).isEqualTo("0");
            assertThat(AuditRows.of(firm, "settings.changed")).isEmpty();
        }
    }

    @Test
    void anAnswerThatIsLostOnTheWay_isAskedForAgain_andTheChangeMadeOnce() {
        world.fault("dynamodb", "TransactWriteItems", "DROP", 1, "after");
        assertThat(administrator.change("\"0\"", LINKS_ONLY).status()).isEqualTo(200);
        assertThat(administrator.read().text("/version")).isEqualTo("1");
        assertThat(AuditRows.of(firm, "settings.changed")).hasSize(1);
    }

    @Test
    void whereTheFirmCannotBeRead_nobodyGetsIn() {
        Owner owner = new SecondFactor(firm).enrolled(email);
        firm.settled();
        world.fault("dynamodb", "BatchGetItem", "InternalServerError", 1000, "before");
        assertThat(firm.me(owner.session()).status()).isEqualTo(503);
        assertThat(new Portal(firm).logIn(email, Portal.PASSWORD).status()).isEqualTo(503);
        assertThat(firm.refresh(owner.session().text("/refreshToken")).status()).isEqualTo(503);
    }

    @Test
    void aPreviewThatCannotCount_countsNothing() {
        world.fault("dynamodb", "Query", "InternalServerError", 1000, "before");
        assertThat(administrator.preview(LINKS_ONLY).status()).isEqualTo(503);
        world.noFaults();
        assertThat(administrator.preview(LINKS_ONLY).status()).isEqualTo(200);
    }
}
