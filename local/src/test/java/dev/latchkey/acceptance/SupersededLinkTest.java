package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Order(2)
class SupersededLinkTest {

    private final World world = World.get();
    private final TestFirm firm = world.firm().contact("c1", 1, TestFirm.address());

    @Test
    void aLaterLink_leavesTheEarlierDeviceAloneUntilItIsClaimed_andThenEndsIt() {
        String earlier = firm.mailed("c1", "r1").token();
        String device = TestFirm.device();
        Answer first = firm.redeem(earlier, device);
        String later = firm.mailed("c1", "r1").token();
        assertThat(firm.me(first).status()).isEqualTo(200);
        assertThat(firm.redeem(earlier, device).status()).isEqualTo(200);

        assertThat(firm.redeem(later, TestFirm.device()).status()).isEqualTo(200);
        assertThat(firm.me(first).code()).isEqualTo("invalid-token");
        assertThat(firm.refresh(first.text("/refreshToken")).code()).isEqualTo("invalid-token");
        assertThat(firm.redeem(earlier, device).code()).isEqualTo("link-superseded");
        assertThat(firm.inspect(earlier).text("/state")).isEqualTo("SUPERSEDED");
    }

    @Test
    void anEarlierUnopenedLink_staysGoodUntilALaterOneIsClaimed() {
        String first = firm.mailed("c1", "r1").token();
        String second = firm.mailed("c1", "r1").token();
        String third = firm.mailed("c1", "r1").token();
        assertThat(firm.inspect(first).text("/state")).isEqualTo("OPEN");
        assertThat(firm.redeem(second, TestFirm.device()).status()).isEqualTo(200);
        assertThat(firm.redeem(first, TestFirm.device()).code()).isEqualTo("link-superseded");
        assertThat(firm.redeem(third, TestFirm.device()).status()).isEqualTo(200);
        assertThat(firm.inspect(second).text("/state")).isEqualTo("SUPERSEDED");
    }

    @Test
    void aLinkToAnotherRequest_supersedesNothing() {
        Answer one = firm.redeem(firm.mailed("c1", "r1").token(), TestFirm.device());
        Answer other = firm.redeem(firm.mailed("c1", "r2").token(), TestFirm.device());
        assertThat(firm.me(one).text("/scope")).isEqualTo("request:r1");
        assertThat(firm.me(other).text("/scope")).isEqualTo("request:r2");
    }

    @Test
    void anotherContactsLinkToTheSameRequest_supersedesNothing() {
        firm.contact("c2", 1, TestFirm.address());
        Answer one = firm.redeem(firm.mailed("c1", "r1").token(), TestFirm.device());
        firm.redeem(firm.mailed("c2", "r1").token(), TestFirm.device());
        assertThat(firm.me(one).status()).isEqualTo(200);
    }

    @Test
    @Tag("crowd")
    void twoLinksOfOneRequestClaimedAtOnce_leaveOneDeviceIn() {
        String one = firm.mailed("c1", "r1").token();
        String two = firm.mailed("c1", "r1").token();
        var answers = Race.of(20, runner -> firm.redeem(runner % 2 == 0 ? one : two, TestFirm.device()));
        long in = answers.stream()
                .filter(answer -> answer.status() == 200)
                .filter(answer -> firm.me(answer).status() == 200)
                .count();
        assertThat(in).isEqualTo(1);
        assertThat(answers.stream().map(Answer::status).distinct()).isSubsetOf(200, 409, 410);
    }

    @Test
    void theDeviceThatOpenedASignInLink_comesBackToItWithinItsTenMinutes_alsoAfterALaterOne() {
        String address = TestFirm.address();
        String device = TestFirm.device();
        firm.contact("c2", 1, address);
        Mail earlier = firm.signInMail(address);
        Answer first = firm.redeem(earlier.token(), device);
        world.clock(61);
        assertThat(firm.ask(address).status()).isEqualTo(202);
        assertThat(firm.redeem(earlier.token(), device).text("/session/id")).isEqualTo(first.text("/session/id"));
        firm.settled();
        String later = world.mailbox(address).getFirst().token();
        assertThat(firm.redeemCode(earlier.linkId(), earlier.code(), device).text("/session/id"))
                .isEqualTo(first.text("/session/id"));
        assertThat(firm.redeem(earlier.token(), TestFirm.device()).code()).isEqualTo("link-claimed");
        assertThat(firm.redeemCode(earlier.linkId(), earlier.code(), TestFirm.device())
                        .code())
                .isEqualTo("link-claimed");
        assertThat(firm.redeem(later, TestFirm.device()).status()).isEqualTo(200);
        world.clock(600);
        assertThat(firm.redeem(earlier.token(), device).code()).isEqualTo("link-expired");
    }
}
