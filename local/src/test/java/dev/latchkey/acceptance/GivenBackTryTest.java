package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A try of a link's code that was taken and found no wrong one is given back: once, and never in place of the trail. */
class GivenBackTryTest {

    private static final String WRONG = "AAAA-AAAA";

    private final World world = World.impatient();
    private final TestFirm firm = world.firm().contact("c1", 1, TestFirm.address());
    private final String device = TestFirm.device();
    private final Hanging hanging = new Hanging(world);

    @Test
    void aRefusalWhoseTryCameBackWithoutIt_standsInTheTrailAllTheSame() throws Exception {
        Mail mail = claimed();
        world.fault("dynamodb", "TransactWriteItems", "InternalServerError", 1000, "after");
        assertThat(Race.of(4, runner -> typed(mail))).extracting(Answer::status).containsOnly(503);
        world.noFaults();
        CompletableFuture<Answer> fifth = hanging.during("kms", "GenerateMac", () -> typed(mail));
        world.clock(60);
        assertThat(typed(mail).code()).isEqualTo("link-claimed");
        assertThat(fifth.get(30, TimeUnit.SECONDS).code()).isEqualTo("link-claimed");
        assertThat(firm.table().lines().filter(line -> line.contains("link.refused")))
                .hasSize(2);
    }

    @Test
    void aDeviceThatComesBackAndLosesARace_givesItsTryBackOnce() throws Exception {
        Mail mail = firm.mailed("c1", "r1");
        firm.settled();
        CompletableFuture<Answer> slow =
                hanging.during("kms", "GenerateMac", () -> firm.redeemCode(mail.linkId(), mail.code(), device));
        assertThat(left(mail)).as("the slow one holds a try").isEqualTo(3);
        firm.logOut(firm.redeem(mail.token(), device));
        int updates = updates();
        world.fault("dynamodb", "UpdateItem", "HANG", 1, "before");
        await().until(() -> updates() > updates);
        assertThat(firm.redeem(mail.token(), device).status()).isEqualTo(200);
        assertThat(slow.get(30, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(left(mail)).isEqualTo(3);
    }

    private Mail claimed() {
        Mail mail = firm.mailed("c1", "r1");
        firm.redeem(mail.token(), device);
        firm.settled();
        return mail;
    }

    /** Another device types the right code. */
    private Answer typed(Mail mail) {
        return firm.redeemCode(mail.linkId(), mail.code(), TestFirm.device());
    }

    private int left(Mail mail) {
        return firm.redeemCode(mail.linkId(), WRONG, TestFirm.device())
                .body()
                .path("attemptsLeft")
                .asInt(-1);
    }

    private int updates() {
        return world.calls().at("/dynamodb/UpdateItem").asInt();
    }
}
