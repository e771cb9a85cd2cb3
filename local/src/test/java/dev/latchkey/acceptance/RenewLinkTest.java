package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RenewLinkTest {

    private static final int DAYS_31 = 31 * 24 * 3600;

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final String device = TestFirm.device();

    @Test
    void oneClick_sendsAFreshLinkOfTheSameReachToTheOriginalAddress_whenAnotherDeviceCameFirst() {
        Mail old = firm.mailed("c1", "r1");
        Answer first = firm.redeem(old.token(), device);
        assertThat(firm.redeem(old.token(), TestFirm.device()).code()).isEqualTo("link-claimed");
        Answer renewed = firm.renew(old.token());
        assertThat(renewed.status()).isEqualTo(202);
        assertThat(renewed.text()).isEqualTo("{\"status\":\"ACCEPTED\"}");
        Mail fresh = next(1);
        assertThat(firm.me(first).status()).as("until the fresh one is claimed").isEqualTo(200);
        Answer second = firm.redeem(fresh.token(), TestFirm.device());
        assertThat(second.text("/session/scope")).isEqualTo("request:r1");
        assertThat(firm.me(first).status()).isEqualTo(401);
    }

    @Test
    void anExpiredLink_isRenewedToo_ofEitherKind() {
        Mail request = firm.mailed("c1", "r1");
        Mail signIn = firm.signInMail(address);
        world.clock(DAYS_31);
        firm.renew(request.token());
        assertThat(firm.inspect(next(2).token()).text("/kind")).isEqualTo("REQUEST");
        world.clock(DAYS_31 + 61);
        firm.renew(signIn.token());
        Mail fresh = next(3);
        assertThat(firm.inspect(fresh.token()).text("/kind")).isEqualTo("SIGN_IN");
        assertThat(firm.redeem(fresh.token(), device).status()).isEqualTo(200);
    }

    @Test
    void aRenewedSignInLink_endsTheOldOneOnceItIsOpened() {
        Mail old = firm.signInMail(address);
        firm.renew(old.token());
        Mail fresh = next(1);
        assertThat(firm.inspect(old.token()).text("/state")).isEqualTo("OPEN");
        assertThat(firm.redeem(fresh.token(), device).status()).isEqualTo(200);
        assertThat(firm.redeem(old.token(), device).code()).isEqualTo("link-superseded");
    }

    @Test
    void renewing_neverGoesToAnAddressThatIsTyped() {
        Mail old = firm.mailed("c1", "r1");
        Answer answer = world.api().post("/v1/magic-links/renew", Map.of("token", old.token(), "email", "x@evil.test"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(world.mailbox("x@evil.test")).isEmpty();
    }

    @Test
    void theAnswerIsTheSame_forATokenThatIsUnknown_orDead_orWhoseAddressBounces() {
        Mail old = firm.mailed("c1", "r1");
        String accepted = firm.renew("x".repeat(60)).text();
        assertThat(firm.renew(old.token().substring(0, old.token().length() - 3) + "AAA")
                        .text())
                .isEqualTo(accepted);
        assertThat(firm.renew("nosuchfirm" + old.token().substring(firm.id().length()))
                        .text())
                .isEqualTo(accepted);
        firm.bounced(old);
        assertThat(firm.renew(old.token()).text()).isEqualTo(accepted);
        firm.contact("c1", 2);
        assertThat(firm.renew(old.token()).text()).isEqualTo(accepted);
        firm.settled();
        assertThat(world.mailbox(address)).hasSize(1);
    }

    @Test
    void aMadeUpTokenWithARealLinksId_sendsNothing_andTakesNothingFromTheClientsShare() {
        Mail old = firm.mailed("c1", "r1");
        String madeUp = old.token().substring(0, old.token().length() - 3) + "AAA";
        for (int i = 0; i < 6; i++) {
            firm.renew(madeUp);
        }
        firm.renew(old.token());
        assertThat(firm.inspect(next(1).token()).text("/state")).isEqualTo("OPEN");
    }

    @Test
    void anAddressThatCameBack_getsAFreshLink_thoughTheOldOneStaysDead() {
        Mail old = firm.mailed("c1", "r1");
        firm.contact("c1", 2, true, address).contact("c1", 3, address);
        assertThat(firm.redeem(old.token(), device).code()).isEqualTo("link-expired");
        firm.renew(old.token());
        Mail fresh = next(1);
        assertThat(firm.redeem(fresh.token(), device).status()).isEqualTo(200);
        assertThat(firm.redeem(old.token(), device).code()).isIn("link-expired");
    }

    private Mail next(int before) {
        firm.settled();
        return await().until(() -> world.mailbox(address), mails -> mails.size() > before)
                .getFirst();
    }
}
