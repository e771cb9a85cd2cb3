package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Order(2)
class SessionTest {

    private final World world = World.get();
    private final TestFirm firm = world.firm().contact("c1", 1, TestFirm.address());
    private final Answer session = firm.redeem(firm.mailed("c1", "r1").token(), TestFirm.device());

    @Test
    void aRefreshToken_isTradedForItsSuccessor_inTheSameSession() {
        Answer next = firm.refresh(session.text("/refreshToken"));
        assertThat(next.status()).isEqualTo(200);
        assertThat(next.text("/session")).isEqualTo(session.text("/session"));
        assertThat(next.text("/refreshToken")).isNotEqualTo(session.text("/refreshToken"));
        assertThat(firm.me(next).status()).isEqualTo(200);
    }

    @Test
    void theLastTokenAgainWithinThirtySeconds_getsTheSameSuccessor() {
        Answer next = firm.refresh(session.text("/refreshToken"));
        Answer again = firm.refresh(session.text("/refreshToken"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("/refreshToken")).isEqualTo(next.text("/refreshToken"));
    }

    @Test
    void theLastTokenAgainLater_endsTheWholeFamily() {
        Answer next = firm.refresh(session.text("/refreshToken"));
        world.clock(31);
        assertThat(firm.refresh(session.text("/refreshToken")).code()).isEqualTo("invalid-token");
        familyIsDead(next);
    }

    @Test
    void aTokenOlderThanTheLast_endsTheWholeFamilyAtOnce_andIsReported() {
        Answer second = firm.refresh(session.text("/refreshToken"));
        Answer third = firm.refresh(second.text("/refreshToken"));
        assertThat(firm.refresh(session.text("/refreshToken")).code()).isEqualTo("invalid-token");
        familyIsDead(third);
        assertThat(firm.table().lines().filter(line -> line.contains(firm.id() + "#audit")))
                .anyMatch(line -> line.contains("session.refresh-reused"));
    }

    @Test
    void aMadeUpSecretUnderAKnownSession_isRefusedAndChangesNothing() {
        String token = session.text("/refreshToken");
        String before = firm.table();
        for (int at : new int[] {token.length() - 1, token.length() - 60, token.lastIndexOf('.') - 1}) {
            char other = token.charAt(at) == '1' ? '2' : '1';
            String made = token.substring(0, at) + other + token.substring(at + 1);
            assertThat(firm.refresh(made).code()).isEqualTo("invalid-token");
        }
        assertThat(firm.refresh("x".repeat(120)).code()).isEqualTo("invalid-token");
        assertThat(firm.table()).isEqualTo(before);
        assertThat(firm.refresh(token).status()).isEqualTo(200);
    }

    @Test
    @Tag("crowd")
    void twentyRefreshesOfOneTokenAtOnce_areAllServedWithOneSuccessor() {
        List<Answer> answers = Race.of(20, runner -> firm.refresh(session.text("/refreshToken")));
        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(answers.stream().map(answer -> answer.text("/refreshToken")).distinct())
                .hasSize(1);
    }

    @Test
    void twelveIdleHours_endASession_andUseKeepsItAlive() {
        world.clock(Duration.ofHours(11).toSeconds());
        Answer kept = firm.refresh(session.text("/refreshToken"));
        assertThat(kept.status()).isEqualTo(200);
        world.clock(Duration.ofHours(22).toSeconds());
        Answer keptAgain = firm.refresh(kept.text("/refreshToken"));
        assertThat(keptAgain.status()).isEqualTo(200);
        world.clock(Duration.ofHours(34).toSeconds() + 60);
        assertThat(firm.refresh(keptAgain.text("/refreshToken")).code()).isEqualTo("invalid-token");
    }

    @Test
    void loggingOut_endsTheSessionAtOnce_alsoForAnAlteredSpellingOfItsToken() {
        String token = session.text("/accessToken");
        assertThat(firm.logOut(session).status()).isEqualTo(204);
        assertThat(firm.me(token).code()).isEqualTo("invalid-token");
        assertThat(firm.me(token + "=").code()).isEqualTo("invalid-token");
        assertThat(firm.logOut(session).code()).isEqualTo("invalid-token");
        familyIsDead(session);
    }

    @Test
    void aRefreshTokenInTheBody_logsOutWithoutABearer_andIsAnsweredAlikeWhateverItIsWorth() {
        String token = session.text("/refreshToken");
        assertThat(firm.logOut(token).status()).isEqualTo(204);
        familyIsDead(session);
        assertThat(firm.logOut(token).status()).isEqualTo(204);
        assertThat(firm.logOut(token.substring(0, token.length() - 3) + "AAA").status())
                .isEqualTo(204);
        assertThat(firm.logOut("acme.c1~AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA.0." + "B".repeat(43))
                        .status())
                .isEqualTo(204);
        assertThat(world.api().post("/v1/logout", "{}").code()).isEqualTo("invalid-request");
        assertThat(world.api().post("/v1/logout", "").code()).isEqualTo("invalid-token");
    }

    @Test
    void anOldRefreshTokenInTheBody_endsTheSessionAsAtARefresh_andAMadeUpOneEndsNothing() {
        String first = session.text("/refreshToken");
        firm.logOut(first.substring(0, first.length() - 3) + "AAA");
        Answer second = firm.refresh(first);
        Answer third = firm.refresh(second.text("/refreshToken"));
        assertThat(firm.logOut(first).status()).isEqualTo(204);
        familyIsDead(third);
        assertThat(AuditRows.types(world, firm)).endsWith("session.refresh-reused");
    }

    @Test
    void besideABearer_theBodyCountsForNothing() {
        Answer other = firm.redeem(firm.mailed("c1", "r2").token(), TestFirm.device());
        String body = Api.write(Map.of("refreshToken", other.text("/refreshToken")));
        assertThat(world.api()
                        .send("POST", "/v1/logout", body, "Authorization", "Bearer " + session.text("/accessToken"))
                        .status())
                .isEqualTo(204);
        familyIsDead(session);
        assertThat(firm.me(other).status()).isEqualTo(200);
    }

    @Test
    void anAccessToken_isGoodForTenMinutesAtMost() {
        world.clock(601);
        assertThat(firm.me(session).code()).isEqualTo("invalid-token");
        assertThat(firm.me(firm.refresh(session.text("/refreshToken"))).status())
                .isEqualTo(200);
    }

    private void familyIsDead(Answer latest) {
        assertThat(firm.refresh(latest.text("/refreshToken")).code()).isEqualTo("invalid-token");
        assertThat(firm.me(latest).code()).isEqualTo("invalid-token");
    }
}
