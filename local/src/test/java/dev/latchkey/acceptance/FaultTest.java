package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {

    private static final int MORE_THAN_ANY_RETRY = 100;

    private final World world = World.impatient();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final String device = TestFirm.device();

    @ParameterizedTest
    @ValueSource(strings = {"Throttling", "ServiceUnavailable", "MessageRejected", "DROP"})
    void whileTheMailServiceIsDown_sendingAnswersAsEver_andTheMailComesLater(String error) {
        world.fault("ses", "*", error, MORE_THAN_ANY_RETRY, "before");
        Answer answer = firm.send("c1", "r1");
        assertThat(answer.status()).isEqualTo(202);
        int tried = world.calls().at("/ses/SendEmail").asInt();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> world.calls().at("/ses/SendEmail").asInt() > tried);
        assertThat(world.mailbox(address)).isEmpty();
        world.noFaults();
        String token = firm.mail(address, answer.text("/linkId")).token();
        assertThat(firm.redeem(token, device).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "dynamodb, GetItem, InternalServerError, before",
        "dynamodb, BatchGetItem, InternalServerError, before",
        "kms, GenerateMac, KMSInternalException, before",
        "kms, GenerateMac, DROP, after",
        "ses, SendEmail, ServiceUnavailable, before",
        "ses, SendEmail, ServiceUnavailable, after",
        "ses, SendEmail, DROP, after",
        "dynamodb, TransactWriteItems, InternalServerError, before",
        "dynamodb, TransactWriteItems, InternalServerError, after"
    })
    void aFaultAtAnyCallOfTheSender_losesNoMail_andEveryMailThatArrivesOpens(
            String service, String operation, String error, String when) {
        world.fault("ses", "SendEmail", "ServiceUnavailable", MORE_THAN_ANY_RETRY, "before");
        Answer answer = firm.send("c1", "r1");
        world.noFaults();
        world.fault(service, operation, error, 8, when);
        firm.mail(address, answer.text("/linkId"));
        world.noFaults();
        firm.settled();
        for (Mail mail : world.mailbox(address)) {
            assertThat(firm.inspect(mail.token()).text("/state")).isEqualTo("OPEN");
        }
        world.mailbox(address).forEach(this::opensByItsCode);
    }

    @ParameterizedTest
    @CsvSource({
        "dynamodb, GetItem, InternalServerError, before",
        "dynamodb, BatchGetItem, InternalServerError, before",
        "kms, GenerateMac, KMSInternalException, before",
        "ses, SendEmail, Throttling, before",
        "ses, SendEmail, ServiceUnavailable, after",
        "ses, SendEmail, HANG, before",
        "dynamodb, TransactWriteItems, InternalServerError, before",
        "dynamodb, TransactWriteItems, DROP, after"
    })
    void aFaultAtAnyCallOfASignInLinksMail_losesNoMail_andEveryMailThatArrivesOpens(
            String service, String operation, String error, String when) {
        world.fault("ses", "SendEmail", "ServiceUnavailable", MORE_THAN_ANY_RETRY, "before");
        assertThat(firm.ask(address).status()).isEqualTo(202);
        world.noFaults();
        world.fault(service, operation, error, 4, when);
        await().atMost(Duration.ofSeconds(40))
                .until(() -> !world.mailbox(address).isEmpty());
        world.noFaults();
        firm.settled();
        for (Mail mail : world.mailbox(address)) {
            assertThat(firm.inspect(mail.token()).text("/state")).isEqualTo("OPEN");
        }
        world.mailbox(address).forEach(this::opensByItsCode);
    }

    @Test
    void aSignInLinkAskedForDuringALongOutage_livesItsTenMinutesFromTheMailOn() {
        world.fault("ses", "SendEmail", "ServiceUnavailable", MORE_THAN_ANY_RETRY, "before");
        assertThat(firm.ask(address).status()).isEqualTo(202);
        world.clock(3600);
        int logged = world.logs().length();
        await("a try that was begun before may not succeed after")
                .atMost(Duration.ofSeconds(20))
                .until(() -> world.logs().since(logged).contains("mail_not_sent"));
        world.noFaults();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !world.mailbox(address).isEmpty());
        Mail mail = world.mailbox(address).getFirst();
        assertThat(firm.inspect(mail.token()).text("/state")).isEqualTo("OPEN");
        assertThat(firm.redeem(mail.token(), device).status()).isEqualTo(200);
    }

    /** The same device by each of several mails of one link: no repeated sending takes a value from an earlier one. */
    private void opensByItsCode(Mail mail) {
        assertThat(firm.redeemCode(mail.linkId(), mail.code(), device).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"KMSInternalException", "DependencyTimeoutException", "ThrottlingException", "DROP"})
    void whileKmsIsDown_redeemingIsAnHonest503_andTheClientsRetryWorks(String error) {
        String token = firm.mailed("c1", "r1").token();
        world.fault("kms", "Sign", error, MORE_THAN_ANY_RETRY, "before");
        Answer down = firm.redeem(token, device);
        assertThat(down.status()).isEqualTo(503);
        assertThat(down.code()).isEqualTo("service-unavailable");
        assertThat(down.headers().firstValue("Retry-After")).isPresent();
        assertThat(down.text()).doesNotContain("accessToken");
        world.noFaults();
        assertThat(firm.redeem(token, device).status()).isEqualTo(200);
    }

    @Test
    void whileKmsIsDown_aRefreshSpendsNothing_howeverLongItLasts() {
        Answer session = firm.redeem(firm.mailed("c1", "r1").token(), device);
        world.fault("kms", "Sign", "KMSInternalException", MORE_THAN_ANY_RETRY, "before");
        assertThat(firm.refresh(session.text("/refreshToken")).status()).isEqualTo(503);
        world.noFaults();
        world.clock(3600);
        assertThat(firm.refresh(session.text("/refreshToken")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"InternalServerError", "DROP", "HANG"})
    void whenTheReplyAfterTheTransactionIsLost_theClientsRetryWorks(String error) {
        String token = firm.mailed("c1", "r1").token();
        world.fault("dynamodb", "TransactWriteItems", error, MORE_THAN_ANY_RETRY, "after");
        Answer lost = firm.redeem(token, device);
        world.noFaults();
        assertThat(lost.status()).isIn(200, 503);
        Answer retried = firm.redeem(token, device);
        assertThat(retried.status()).isEqualTo(200);
        assertThat(firm.me(retried).status()).isEqualTo(200);
        assertThat(firm.redeem(token, TestFirm.device()).code()).isEqualTo("link-claimed");
    }

    @Test
    void whenTheReplyToARefreshIsLost_theClientsRetryGetsTheSameSuccessor() {
        Answer session = firm.redeem(firm.mailed("c1", "r1").token(), device);
        world.fault("dynamodb", "UpdateItem", "DROP", 1, "after");
        Answer first = firm.refresh(session.text("/refreshToken"));
        world.noFaults();
        Answer retried = firm.refresh(session.text("/refreshToken"));
        assertThat(retried.status()).isEqualTo(200);
        assertThat(first.status()).isIn(200, 503);
        assertThat(firm.refresh(retried.text("/refreshToken")).status()).isEqualTo(200);
    }

    @Test
    void aRefreshThatHangs_cannotTurnTheFamilyBack() throws Exception {
        String first = firm.redeem(firm.mailed("c1", "r1").token(), device).text("/refreshToken");
        int updates = world.quietCalls().at("/dynamodb/UpdateItem").asInt();
        world.fault("dynamodb", "UpdateItem", "HANG", 1, "before");
        CompletableFuture<Answer> slow = CompletableFuture.supplyAsync(() -> firm.refresh(first));
        await().until(() -> world.calls().at("/dynamodb/UpdateItem").asInt() > updates);
        String second = firm.refresh(first).text("/refreshToken");
        String third = firm.refresh(second).text("/refreshToken");
        assertThat(slow.get(30, TimeUnit.SECONDS).code()).isEqualTo("invalid-token");
        assertThat(firm.refresh(third).code())
                .as("a token two behind came again: the family ends")
                .isEqualTo("invalid-token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"InternalServerError", "ProvisionedThroughputExceededException", "DROP"})
    void whileTheTableIsDown_nobodyGetsInAndNothingIsConsumed(String error) {
        String token = firm.mailed("c1", "r1").token();
        world.fault("dynamodb", "*", error, MORE_THAN_ANY_RETRY, "before");
        List<Answer> down = Race.of(2, runner -> runner == 0 ? firm.redeem(token, device) : firm.send("c1", "r2"));
        world.noFaults();
        assertThat(down).extracting(Answer::status).containsOnly(503);
        assertThat(firm.inspect(token).text("/state")).isEqualTo("OPEN");
        assertThat(firm.redeem(token, device).status()).isEqualTo(200);
    }

    @Test
    void anErrorThatIsOurFault_isAPlain500_andShowsNothingOfIt() {
        world.fault("dynamodb", "BatchGetItem", "AccessDeniedException", MORE_THAN_ANY_RETRY, "before");
        Answer error = firm.inspect("t.c1~AAAAAAAAAAAAAAAAAAAAAA." + "A".repeat(44) + "." + "B".repeat(43));
        assertThat(error.status()).isEqualTo(500);
        assertThat(error.code()).isEqualTo("internal-error");
        assertThat(error.text()).doesNotContain("Exception", "AccessDenied", "latchkey.store", "arn:");
        world.noFaults();
        assertThat(firm.inspect("x".repeat(60)).status()).isEqualTo(404);
    }
}
