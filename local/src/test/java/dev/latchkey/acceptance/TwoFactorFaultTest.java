package dev.latchkey.acceptance;

import static dev.latchkey.acceptance.SecondFactor.access;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.acceptance.SecondFactor.Owner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A part that fails at any call of the second factor lets nobody in, and costs the client nothing that they still need. */
class TwoFactorFaultTest {

    private static final int MORE_THAN_ANY_RETRY = 50;

    private final World world = World.impatient();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final Portal portal = new Portal(firm);
    private final SecondFactor codes = new SecondFactor(firm);
    private final Owner owner = codes.enrolled(address);

    private void refused(Answer answer) {
        world.noFaults();
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("service-unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.text()).doesNotContain("accessToken", "recoveryCodes");
    }

    @ParameterizedTest
    @CsvSource({
        "kms, Decrypt, KMSInternalException",
        "kms, Decrypt, ThrottlingException",
        "kms, Sign, KMSInternalException",
        "dynamodb, BatchGetItem, InternalServerError",
        "dynamodb, TransactWriteItems, InternalServerError"
    })
    void aCode_thatCouldNotBeTaken_isGoodWhenAllIsWellAgain(String service, String operation, String error) {
        String challenge = codes.challenge(address);
        String code = owner.app().code();
        world.fault(service, operation, error, MORE_THAN_ANY_RETRY, "before");
        refused(codes.verify(challenge, code));
        assertThat(codes.verify(challenge, owner.app().wrong())
                        .body()
                        .path("attemptsLeft")
                        .asInt())
                .as("no try was lost")
                .isEqualTo(4);
        assertThat(codes.verify(challenge, code).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "kms, GenerateMac, KMSInternalException",
        "kms, Sign, KMSInternalException",
        "dynamodb, TransactWriteItems, InternalServerError"
    })
    void aRecoveryCode_thatCouldNotBeTaken_isGoodWhenAllIsWellAgain(String service, String operation, String error) {
        String challenge = codes.challenge(address);
        String code = owner.recoveryCodes().getFirst();
        world.fault(service, operation, error, MORE_THAN_ANY_RETRY, "before");
        refused(codes.recover(challenge, code));
        Answer in = codes.recover(challenge, code);
        assertThat(in.status()).as(in.text()).isEqualTo(200);
        assertThat(in.body().path("recoveryCodesLeft").asInt()).isEqualTo(9);
    }

    /** The reply is lost on the wire; the SDK asks again under the same name, and finds it done. */
    @ParameterizedTest
    @ValueSource(strings = {"DROP", "InternalServerError"})
    void whereTheTablesReplyIsLost_theCodeCountsOnce_andLetsIn(String error) {
        String challenge = codes.challenge(address);
        world.fault("dynamodb", "TransactWriteItems", error, 1, "after");
        Answer in = codes.verify(challenge, owner.app().code());
        assertThat(in.status()).as(in.text()).isEqualTo(200);
        assertThat(firm.me(in).status()).isEqualTo(200);
    }

    /** Between the try and the opening: the try is lost, and nothing else. */
    @Test
    void whereTheTableFailsAtTheOpening_nobodyIsIn_andTheCodeIsUnspent() {
        String challenge = codes.challenge(address);
        String code = owner.app().code();
        int before = signatures();
        world.fault("kms", "Sign", "HANG", 1, "before");
        Answer[] answer = new Answer[1];
        Thread verifying = Thread.ofVirtual().start(() -> answer[0] = codes.verify(challenge, code));
        await().until(() -> signatures() > before);
        world.fault("dynamodb", "TransactWriteItems", "InternalServerError", MORE_THAN_ANY_RETRY, "before");
        join(verifying);
        refused(answer[0]);
        assertThat(codes.verify(challenge, code).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "kms, Decrypt, KMSInternalException",
        "kms, GenerateMac, KMSInternalException",
        "kms, Sign, KMSInternalException",
        "dynamodb, TransactWriteItems, InternalServerError"
    })
    void anAppThatCouldNotBeConfirmed_waitsOn(String service, String operation, String error) {
        String other = TestFirm.address();
        firm.contact("c2", 1, other);
        Answer session = portal.account(other);
        App app = App.of(world, codes.enroll(access(session), Portal.PASSWORD, null));
        firm.settled();
        world.fault(service, operation, error, MORE_THAN_ANY_RETRY, "before");
        refused(codes.verify(access(session), app.code()));
        assertThat(firm.me(session).body().path("totpEnrolled").asBoolean()).isFalse();
        Answer confirmed = codes.verify(access(session), app.code());
        assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
        assertThat(SecondFactor.recoveryCodes(confirmed)).hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Encrypt", "Decrypt"})
    void whileKeysAreDown_anAppIsReplacedLater_andNeitherPasswordNorCodeIsLost(String operation) {
        String code = owner.app().code();
        world.fault("kms", operation, "KMSInternalException", MORE_THAN_ANY_RETRY, "before");
        refused(codes.enroll(access(owner.session()), Portal.PASSWORD, code));
        assertThat(codes.enroll(access(owner.session()), Portal.PASSWORD, code).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Decrypt", "GenerateMac"})
    void whileKeysAreDown_recoveryCodesStayAsTheyAre(String operation) {
        String code = owner.app().code();
        world.fault("kms", operation, "KMSInternalException", MORE_THAN_ANY_RETRY, "before");
        refused(codes.renewCodes(owner.session(), code));
        assertThat(codes.recover(codes.challenge(address), owner.recoveryCodes().getFirst())
                        .status())
                .isEqualTo(200);
        assertThat(codes.renewCodes(owner.session(), code).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"enroll, GenerateMac", "enroll, Encrypt", "renew, GenerateMac", "remove, GenerateMac"})
    void whileKeysAreDown_aKeptCodeIsNotSpent_andNeitherItNorThePasswordCosts(String route, String operation) {
        world.fault("kms", operation, "KMSInternalException", MORE_THAN_ANY_RETRY, "before");
        refused(byKeptCode(route, owner.recoveryCodes().getFirst()));
        assertThat(codes.renewByRecovery(owner.session(), "0000-0000-0000-0000")
                        .body()
                        .path("attemptsLeft")
                        .asInt())
                .as("no try was lost")
                .isEqualTo(9);
        Answer done = byKeptCode(route, owner.recoveryCodes().getFirst());
        assertThat(done.status()).as(done.text()).isBetween(200, 204);
    }

    private Answer byKeptCode(String route, String code) {
        return switch (route) {
            case "enroll" -> codes.enrollByRecovery(access(owner.session()), Portal.PASSWORD, code);
            case "renew" -> codes.renewByRecovery(owner.session(), code);
            default -> codes.removeByRecovery(owner.session(), Portal.PASSWORD, code);
        };
    }

    @Test
    void outagesWithoutEnd_lockNobodyOut() {
        String challenge = codes.challenge(address);
        world.fault("kms", "Decrypt", "KMSInternalException", 1_000, "before");
        for (int round = 0; round < 6; round++) {
            assertThat(codes.verify(challenge, owner.app().code()).status()).isEqualTo(503);
        }
        world.noFaults();
        assertThat(codes.verify(challenge, owner.app().code()).status()).isEqualTo(200);
    }

    private int signatures() {
        return world.calls().path("kms").path("Sign").asInt();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
