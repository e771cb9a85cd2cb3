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
    void aSource_signsUpTwentyTimesAnHour_andThenIsToldWhenAgain() {
        isHeldAfterTwenty(turn -> portal.signUp("nobody" + turn + "@example.com"));
        assertThat(portal.forgotten(address).status()).isEqualTo(202);
    }

    @Test
    void aSource_forgetsItsPasswordTwentyTimesAnHour_andThenIsToldWhenAgain() {
        isHeldAfterTwenty(turn -> portal.forgotten("nobody" + turn + "@example.com"));
        assertThat(portal.signUp(address).status()).isEqualTo(202);
    }

    @Test
    void staffInviteAContactTwentyTimesAnHour_byItselfOrWithAllOthers_andThenAreToldWhenAgain() {
        isHeldAfterTwenty(turn -> portal.invite("c1", null));
        firm.contact("c2", 1, TestFirm.address());
        assertThat(portal.invite("c2", null).status()).isEqualTo(202);
        // By another address it is without an invitation again, and the hour is not over
        firm.contact("c1", 2, TestFirm.address());
        Answer all = new Staff(firm).inviteAll(Map.of("status", "NO_ACCOUNT"));
        assertThat(all.status()).as(all.text()).isEqualTo(429);
        assertThat(all.code()).isEqualTo("too-many-requests");
    }

    private static void isHeldAfterTwenty(Function<Integer, Answer> asking) {
        for (int turn = 0; turn < 20; turn++) {
            assertThat(asking.apply(turn).status()).isEqualTo(202);
        }
        Answer refused = asking.apply(20);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("too-many-requests");
        assertThat(Integer.parseInt(String.valueOf(refused.header("Retry-After"))))
                .isBetween(3000, 3600);
    }
}
