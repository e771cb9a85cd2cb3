package dev.latchkey.acceptance;

import static dev.latchkey.acceptance.SecondFactor.access;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.acceptance.SecondFactor.Owner;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What the second factor costs, counted on the wire. */
class TwoFactorBudgetTest {

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final Portal portal = new Portal(firm);
    private final SecondFactor codes = new SecondFactor(firm);
    private final Staff staff = new Staff(firm);

    @Test
    void aCode_isOneReadTwoWritesOneDecryptAndOneSignature() {
        Owner owner = codes.enrolled(address);
        String challenge = codes.challenge(address);
        assertThat(cost(() -> codes.verify(challenge, owner.app().wrong())))
                .as("wrong")
                .isEqualTo(Map.of("BatchGetItem", 1, "TransactWriteItems", 2, "Decrypt", 1));
        assertThat(cost(() -> codes.verify(challenge, owner.app().code())))
                .isEqualTo(Map.of("BatchGetItem", 1, "TransactWriteItems", 2, "Decrypt", 1, "Sign", 1));
        assertThat(cost(() -> codes.verify(challenge, owner.app().code())))
                .as("used up")
                .isEqualTo(Map.of("BatchGetItem", 1));
        assertThat(cost(() -> codes.verify(challenge, "12345"))).as("malformed").isEmpty();
    }

    @Test
    void aRecoveryCode_isOneReadTwoWritesOneMacAndOneSignature() {
        Owner owner = codes.enrolled(address);
        String challenge = codes.challenge(address);
        assertThat(cost(() -> codes.recover(challenge, "0000-0000-0000-0000")))
                .as("wrong")
                .isEqualTo(Map.of("BatchGetItem", 1, "TransactWriteItems", 2, "GenerateMac", 1));
        Map<String, Integer> right =
                settled(() -> codes.recover(challenge, owner.recoveryCodes().getFirst()));
        assertThat(right).containsEntry("GenerateMac", 1).containsEntry("Sign", 1);
        assertThat(right).containsEntry("SendEmail", 1);
        assertThat(right)
                .isEqualTo(withNotice(Map.of("BatchGetItem", 1, "TransactWriteItems", 2, "GenerateMac", 1, "Sign", 1)));
    }

    @Test
    void aLockedStep_costsOneRead() {
        Owner owner = codes.enrolled(address);
        for (int guess = 0; guess < 10; guess++) {
            codes.verify(codes.challenge(address), owner.app().wrong());
        }
        firm.settled();
        String challenge = codes.challenge(address);
        assertThat(cost(() -> codes.verify(challenge, owner.app().code()))).isEqualTo(Map.of("BatchGetItem", 1));
    }

    @Test
    void settingAnAppUp_withinALogin_isOneReadOneWriteAndOneEncrypt_andConfirmingItIsAsDearAsACode_andAMac() {
        firm.accessMode("MAGIC_LINK_AND_LOGIN_2FA");
        String challenge =
                portal.setUp(portal.readySetUpToken(address), Portal.PASSWORD).text("/challenge");
        firm.settled();
        Answer[] start = new Answer[1];
        assertThat(cost(() -> start[0] = codes.enroll(challenge)))
                .isEqualTo(Map.of("BatchGetItem", 1, "TransactWriteItems", 1, "Encrypt", 1));
        App app = App.of(world, start[0]);
        assertThat(settled(() -> codes.verify(challenge, app.code())))
                .isEqualTo(withNotice(
                        Map.of("BatchGetItem", 1, "TransactWriteItems", 2, "Decrypt", 1, "GenerateMac", 1, "Sign", 1)));
    }

    @Test
    void whoeverIsIn_paysForTheirSessionToo() {
        Owner owner = codes.enrolled(address);
        KnownKeys.everywhere(world);
        Map<String, Integer> renewing =
                settled(() -> codes.renewCodes(owner.session(), owner.app().code()));
        assertThat(renewing)
                .isEqualTo(withNotice(Map.of(
                        "BatchGetItem", 2, "UpdateItem", 1, "TransactWriteItems", 1, "Decrypt", 1, "GenerateMac", 1)));
        assertThat(cost(() -> firm.me(owner.session()))).isEqualTo(Map.of("BatchGetItem", 1));
        assertThat(cost(() -> codes.verify(access(owner.session()), "123456"))).isEqualTo(Map.of("BatchGetItem", 2));
    }

    @Test
    void aKeptCodeInTheAppsPlace_costsAMacInPlaceOfTheDecrypt_andAnotherNotice() {
        Owner owner = codes.enrolled(address);
        KnownKeys.everywhere(world);
        List<String> kept = owner.recoveryCodes();
        String bearer = access(owner.session());
        assertThat(settled(() -> codes.enrollByRecovery(bearer, Portal.PASSWORD, kept.getFirst())))
                .isEqualTo(withNotice(Map.of(
                        "BatchGetItem", 2, "UpdateItem", 1, "TransactWriteItems", 2, "GenerateMac", 1, "Encrypt", 1)));
        assertThat(cost(() -> codes.enrollByRecovery(bearer, "wrong", kept.get(1))))
                .as("a wrong password")
                .isEqualTo(Map.of("BatchGetItem", 2, "TransactWriteItems", 2));
        assertThat(cost(() -> codes.renewByRecovery(owner.session(), kept.getFirst())))
                .as("used")
                .isEqualTo(Map.of("BatchGetItem", 2, "UpdateItem", 1, "TransactWriteItems", 1, "GenerateMac", 1));
        Answer[] renewed = new Answer[1];
        assertThat(settled(() -> renewed[0] = codes.renewByRecovery(owner.session(), kept.get(1))))
                .isEqualTo(withNotice(withNotice(
                        Map.of("BatchGetItem", 2, "UpdateItem", 1, "TransactWriteItems", 1, "GenerateMac", 1))));
        String fresh = SecondFactor.recoveryCodes(renewed[0]).getFirst();
        assertThat(settled(() -> codes.removeByRecovery(owner.session(), Portal.PASSWORD, fresh)))
                .isEqualTo(withNotice(withNotice(
                        Map.of("BatchGetItem", 2, "UpdateItem", 1, "TransactWriteItems", 2, "GenerateMac", 1))));
    }

    @Test
    void staffsRepairs_areTwoReadsAndOneWrite() {
        codes.enrolled(address);
        firm.settled();
        assertThat(cost(() -> staff.unlock("c1")))
                .as("nothing was locked")
                .isEqualTo(Map.of("BatchGetItem", 2, "TransactWriteItems", 1));
        codes.recover(codes.challenge(address), "0000-0000-0000-0000");
        assertThat(cost(() -> staff.unlock("c1"))).isEqualTo(Map.of("BatchGetItem", 2, "TransactWriteItems", 1));
        assertThat(settled(() -> staff.temporaryCode("c1")))
                .isEqualTo(withNotice(Map.of("BatchGetItem", 2, "TransactWriteItems", 1, "GenerateMac", 1)));
        assertThat(settled(() -> staff.reset("c1", null)))
                .isEqualTo(withNotice(Map.of("BatchGetItem", 2, "TransactWriteItems", 1, "Query", 1)));
    }

    /** The same with the sender's calls for one notice. */
    private static Map<String, Integer> withNotice(Map<String, Integer> calls) {
        Map<String, Integer> all = new TreeMap<>(calls);
        Map.of("GetItem", 1, "BatchGetItem", 1, "TransactWriteItems", 2, "SendEmail", 1)
                .forEach((operation, number) -> all.merge(operation, number, Integer::sum));
        return all;
    }

    private Map<String, Integer> cost(Supplier<Answer> call) {
        JsonNode before = world.quietCalls();
        assertThat(call.get().status()).isBetween(200, 499);
        return Costs.between(before, world.calls());
    }

    private Map<String, Integer> settled(Supplier<Answer> call) {
        JsonNode before = world.quietCalls();
        assertThat(call.get().status()).isBetween(200, 499);
        Map<String, Integer> cost = Costs.between(before, world.quietCalls());
        cost.remove("Scan");
        return cost;
    }
}
