package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.interfaces.DecodedJWT;
import dev.latchkey.acceptance.SecondFactor.Owner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the code of an authenticator app lets a client in. */
class VerifyTotpTest {

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final Portal portal = new Portal(firm);
    private final SecondFactor codes = new SecondFactor(firm);
    private final Owner owner = codes.enrolled(address);

    @Test
    void afterTheRightPassword_theCodeLetsIn_andTheTokenTellsBoth() {
        Answer asked = portal.logIn(address, Portal.PASSWORD);
        assertThat(asked.text("/status")).isEqualTo("TOTP_REQUIRED");
        assertThat(asked.body().path("recoveryAllowed").asBoolean()).isTrue();
        assertThat(asked.body().path("expiresIn").asInt()).isEqualTo(600);
        assertThat(asked.body().has("accessToken")).isFalse();

        Answer in = codes.verify(asked.text("/challenge"), owner.app().code());
        assertThat(in.status()).as(in.text()).isEqualTo(200);
        assertThat(in.body().path("recoveryCodesLeft").asInt()).isEqualTo(10);
        DecodedJWT token = JWT.decode(SecondFactor.access(in));
        assertThat(token.getClaim("amr").asList(String.class)).containsExactly("pwd", "otp");
        assertThat(token.getClaim("acr").asString()).isEqualTo("aal2");
        assertThat(token.getClaim("scope").asString()).isEqualTo("portal");
        assertThat(token.getClaim("auth_time").asLong())
                .isEqualTo(token.getIssuedAtAsInstant().getEpochSecond());
        Answer refreshed = firm.refresh(in.text("/refreshToken"));
        assertThat(refreshed.body().path("recoveryCodesLeft").asInt()).isEqualTo(10);
        assertThat(refreshed.text("/session/acr")).isEqualTo("aal2");
        assertThat(firm.me(in).status()).isEqualTo(200);
    }

    @Test
    void theStepBeforeAndTheStepAfter_areTaken_andNoOther() {
        world.clock(300);
        for (int steps : List.of(-2, 2)) {
            String challenge = codes.challenge(address);
            assertThat(codes.verify(challenge, owner.app().settled().code(steps))
                            .code())
                    .as("%d", steps)
                    .isEqualTo("invalid-code");
        }
        for (int steps : List.of(-1, 0, 1)) {
            String challenge = codes.challenge(address);
            assertThat(codes.verify(challenge, owner.app().settled().code(steps))
                            .status())
                    .as("%d", steps)
                    .isEqualTo(200);
        }
    }

    @Test
    void aCode_isTakenOnce_andNoneOfAnEarlierStepAfterIt() {
        world.clock(300);
        String challenge = codes.challenge(address);
        String code = owner.app().code();
        String before = owner.app().code(-1);
        assertThat(codes.verify(challenge, code).status()).isEqualTo(200);
        assertThat(codes.verify(challenge, owner.app().code(1)).code())
                .as("the login is used up")
                .isEqualTo("invalid-token");
        assertThat(codes.verify(codes.challenge(address), code).code()).isEqualTo("invalid-code");
        assertThat(codes.verify(codes.challenge(address), before).code()).isEqualTo("invalid-code");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345",
                "1234567",
                "+12345",
                " 12345",
                "12345 ",
                "",
                "12345\n",
                "\u0661\u0662\u0663\u0664\u0665\u0666",
                "12a456",
                "1e5000",
                "-12345"
            })
    void whatIsNoCode_isMalformed_andCostsNoTry(String code) {
        String challenge = codes.challenge(address);
        assertThat(codes.verify(challenge, code).status()).isEqualTo(400);
        assertThat(codes.verify(challenge, owner.app().wrong())
                        .body()
                        .path("attemptsLeft")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void aNumber_isNoCode() {
        Answer refused = world.api()
                .post("/v1/totp/verify", Map.of("code", 123456), "Authorization", "Bearer " + codes.challenge(address));
        assertThat(refused.status()).isEqualTo(400);
    }

    @Test
    void fiveWrongCodes_endALogin_alsoForTheRightCode() {
        String challenge = codes.challenge(address);
        for (int left = 4; left >= 0; left--) {
            Answer wrong = codes.verify(challenge, owner.app().wrong());
            assertThat(wrong.code()).isEqualTo("invalid-code");
            assertThat(wrong.body().path("attemptsLeft").asInt()).isEqualTo(left);
        }
        assertThat(codes.verify(challenge, owner.app().code()).code()).isEqualTo("invalid-token");
        assertThat(codes.recover(challenge, owner.recoveryCodes().getFirst()).code())
                .isEqualTo("invalid-token");
        assertThat(codes.verify(codes.challenge(address), owner.app().code()).status())
                .isEqualTo(200);
    }

    @Test
    void codesOfEitherSort_countForALogin() {
        String challenge = codes.challenge(address);
        for (int left = 4; left >= 0; left--) {
            Answer wrong = left % 2 == 0
                    ? codes.verify(challenge, owner.app().wrong())
                    : codes.recover(challenge, "0000-0000-0000-0000");
            assertThat(wrong.body().path("attemptsLeft").asInt()).isEqualTo(left);
        }
        assertThat(codes.verify(challenge, owner.app().code()).code()).isEqualTo("invalid-token");
    }

    @Test
    void anotherAccountsLogin_takesNoCodeOfThisOne() {
        String other = TestFirm.address();
        firm.contact("c2", 1, other);
        codes.enrolled(other);
        assertThat(codes.verify(codes.challenge(other), owner.app().code()).code())
                .isEqualTo("invalid-code");
    }

    @Test
    void aLogin_isOverAfterTenMinutes_toTheMillisecond() {
        String challenge = codes.challenge(address);
        world.clock(599);
        assertThat(codes.verify(challenge, owner.app().wrong()).code()).isEqualTo("invalid-code");
        world.clock(600);
        assertThat(codes.verify(challenge, owner.app().code()).code()).isEqualTo("invalid-token");
    }

    @Test
    void changingThePassword_endsLoginsUnderWay_andNeedsACode() {
        world.clock(300);
        String challenge = codes.challenge(address);
        Answer without = portal.change(owner.session(), Portal.PASSWORD, Portal.OTHER);
        assertThat(without.code()).isEqualTo("invalid-code");
        assertThat(without.body().has("attemptsLeft")).isFalse();
        Answer wrong = codes.changePassword(
                owner.session(), Portal.PASSWORD, Portal.OTHER, owner.app().wrong());
        assertThat(wrong.code()).isEqualTo("invalid-code");
        Answer changed = codes.changePassword(
                owner.session(), Portal.PASSWORD, Portal.OTHER, owner.app().code());
        assertThat(changed.status()).as(changed.text()).isEqualTo(204);
        assertThat(codes.verify(challenge, owner.app().code(1)).code()).isEqualTo("invalid-token");
        assertThat(codes.verify(
                                codes.challenge(address, Portal.OTHER),
                                owner.app().code())
                        .code())
                .as("spent by the change")
                .isEqualTo("invalid-code");
    }

    @Test
    void aResetPassword_doesNotSkipTheCode() {
        assertThat(portal.reset(portal.resetToken(address), Portal.OTHER).status())
                .isEqualTo(204);
        Answer asked = portal.logIn(address, Portal.OTHER);
        assertThat(asked.text("/status")).isEqualTo("TOTP_REQUIRED");
        assertThat(codes.verify(asked.text("/challenge"), owner.app().code()).status())
                .isEqualTo(200);
    }
}
