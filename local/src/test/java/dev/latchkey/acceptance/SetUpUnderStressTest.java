package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Setting up at once, and while a part of the service fails. */
@Order(2)
class SetUpUnderStressTest {

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final Portal portal = new Portal(firm);

    @Test
    @Tag("crowd")
    void ofTwentyUsesAtOnce_oneMakesTheAccount() {
        String token = portal.readySetUpToken(address);
        List<Answer> answers = Race.of(20, runner -> portal.setUp(token, "wombat number " + runner + " digs"));
        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).containsOnly(201, 410);
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 410)
                        .map(Answer::code)
                        .distinct())
                .containsExactly("link-used");
        assertThat(portal.mails(address, "account-created").size()).isLessThanOrEqualTo(1);
    }

    @Test
    void whileKmsIsDown_nothingIsMade_andTheSameLinkWorksLater() {
        String token = portal.readySetUpToken(address);
        world.fault("kms", "Sign", "KMSInternalException", 100, "before");
        assertThat(portal.setUp(token, Portal.PASSWORD).status()).isEqualTo(503);
        world.noFaults();
        assertThat(portal.setUp(token, Portal.PASSWORD).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "dynamodb, BatchGetItem, InternalServerError, before",
        "dynamodb, TransactWriteItems, InternalServerError, before",
        "dynamodb, TransactWriteItems, DROP, after",
        "ses, SendEmail, Throttling, before",
        "ses, SendEmail, ServiceUnavailable, after"
    })
    void aFaultAtAnyCallOfItsMail_losesNone_andEachThatArrivesIsGood(
            String service, String operation, String error, String when) {
        world.fault("ses", "SendEmail", "ServiceUnavailable", 100, "before");
        assertThat(portal.signUp(address).status()).isEqualTo(202);
        world.noFaults();
        world.fault(service, operation, error, 4, when);
        await().atMost(Duration.ofSeconds(40))
                .until(() -> !portal.mails(address, "sign-up").isEmpty());
        world.noFaults();
        firm.settled();
        for (Mail mail : portal.mails(address, "sign-up")) {
            assertThat(portal.setUp(mail.passwordToken(), "short").status()).isEqualTo(422);
        }
    }
}
