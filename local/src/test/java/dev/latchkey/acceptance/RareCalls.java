package dev.latchkey.acceptance;

import dev.latchkey.contact.Address;
import dev.latchkey.local.aws.Clients;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.ses.SesClient;

/** Calls to which no event leads by itself, as they come of what happens on the way or of how an account is set up. */
final class RareCalls {

    private static final List<String> TRIES = List.of(
            "LogInFunction/right.json",
            "RenewRecoveryCodesFunction/right.json",
            "VerifyRecoveryCodeFunction/right.json",
            "VerifyTotpFunction/first-code-in-session.json");

    private static final int MORE_THAN_ANY_RETRY = 50;
    private static final int MORE_THAN_A_TRANSACTION = 120;

    private final World world;

    RareCalls(World world) {
        this.world = world;
    }

    void make() throws Exception {
        for (String event : TRIES) {
            givesBackATryThatItMayHave(new EventFile(event));
        }
        sendsAsAnAddressThatWasVerifiedOfItself();
        looksForTheFurtherContactsOfAnAddress();
        erasesMoreThanATransactionTakes();
    }

    private void erasesMoreThanATransactionTakes() {
        Erasing client = Erasing.client(world.firm(), "c1");
        client.hadMail(MORE_THAN_A_TRANSACTION);
        client.erase(2);
    }

    private void looksForTheFurtherContactsOfAnAddress() {
        String email = TestFirm.address();
        TestFirm firm = world.firm();
        for (int number = 0; number <= Address.MOST_LISTED; number++) {
            firm.contact("c" + number, 1, email);
        }
        firm.me(new Portal(firm).account(email));
        firm.contact("c0", 2);
    }

    /** Whoever takes a try and is never told so reads whether it was taken, and gives it back. */
    private void givesBackATryThatItMayHave(EventFile file) throws Exception {
        byte[] event = new EventTokens(world).fill(file.text()).getBytes(StandardCharsets.UTF_8);
        world.quietCalls();
        world.fault("dynamodb", "UpdateItem", "DROP", MORE_THAN_ANY_RETRY, "after");
        world.fault("dynamodb", "TransactWriteItems", "DROP", MORE_THAN_ANY_RETRY, "after");
        world.function(file.function()).invoke(event);
        world.noFaults();
    }

    private void sendsAsAnAddressThatWasVerifiedOfItself() {
        String from =
                Objects.requireNonNull(world.environment("MailSenderFunction").get("MAIL_FROM"));
        try (SesClient operator = Clients.ses(world.aws())) {
            operator.verifyEmailIdentity(verify -> verify.emailAddress(from));
        }
        world.firm().contact("c1", 1, TestFirm.address()).mailed("c1", "r1");
    }
}
