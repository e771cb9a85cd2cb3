package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Mail about accounts has its limits, of the same numbers as mail with links. */
class AccountMailLimitTest {

    private final String address = TestFirm.address();
    private final TestFirm firm = World.get().firm().contact("c1", 1, address);
    private final Portal portal = new Portal(firm);

    @Test
    void aSource_signsUpSixtyTimesAnHour_andThenIsToldWhenAgain() {
        isHeldAfter(60, turn -> portal.signUp("nobody" + turn + "@example.com"));
        assertThat(portal.forgotten(address).status()).isEqualTo(202);
    }

    @Test
    void aSource_forgetsItsPasswordSixtyTimesAnHour_andThenIsToldWhenAgain() {
        isHeldAfter(60, turn -> portal.forgotten("nobody" + turn + "@example.com"));
        assertThat(portal.signUp(address).status()).isEqualTo(202);
    }

    @Test
    void aSource_hasSetUpLinksRenewedSixtyTimesAnHour_andADeviceThatGotInHasItsOwn() {
        String token = portal.readySetUpToken(address);
        String device = TestFirm.device();
        firm.redeem(firm.mailed("c1", "r1").token(), device);
        isHeldAfter(60, turn -> portal.renewSetUp(token));
        Map<String, String> known = Map.of("token", token, "deviceSecret", device);
        assertThat(World.get().api().post("/v1/accounts/set-up/renew", known).status())
                .isEqualTo(202);
        assertThat(World.get().api().post("/v1/magic-links/renew", known).status())
                .isEqualTo(202);
    }

    @Test
    void staffInviteAContactTwentyTimesAnHour_byItselfOrWithAllOthers_andThenAreToldWhenAgain() {
        isHeldAfter(20, turn -> portal.invite("c1", null));
        firm.contact("c2", 1, TestFirm.address());
        assertThat(portal.invite("c2", null).status()).isEqualTo(202);
        // By another address it is without an invitation again, and the hour is not over
        firm.contact("c1", 2, TestFirm.address());
        Answer all = new Staff(firm).inviteAll(Map.of("status", "NO_ACCOUNT"));
        assertThat(all.status()).as(all.text()).isEqualTo(429);
        assertThat(all.code()).isEqualTo("too-many-requests");
    }

    private static void isHeldAfter(int most, Function<Integer, Answer> asking) {
        for (int turn = 0; turn < most; turn++) {
            assertThat(asking.apply(turn).status()).isEqualTo(202);
        }
        Answer refused = asking.apply(most);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("too-many-requests");
        assertThat(Integer.parseInt(String.valueOf(refused.header("Retry-After"))))
                .isBetween(3000, 3600);
    }
}
