package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import dev.latchkey.acceptance.SecondFactor.Owner;
import org.junit.jupiter.api.Test;

/** A sign-in link of a client with an app is the first factor and no more, in every mode. */
class LinkSecondFactorTest {

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final String device = TestFirm.device();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final SecondFactor codes = new SecondFactor(firm);
    private final Owner owner = codes.enrolled(address);

    private Answer asked(Mail mail) {
        Answer asked = firm.redeem(mail.token(), device);
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        assertThat(asked.text("/status")).isEqualTo("TOTP_REQUIRED");
        assertThat(asked.body().has("accessToken")).isFalse();
        return asked;
    }

    @Test
    void theLinkAsksForTheCode_andTheCodeOpensItsSession() {
        Answer in = codes.verify(
                asked(firm.signInMail(address)).text("/challenge"), owner.app().code());
        assertThat(in.status()).as(in.text()).isEqualTo(200);
        assertThat(in.text("/session/scope")).isEqualTo("requests");
        assertThat(in.body().path("session").path("amr").toString()).isEqualTo("[\"email\",\"otp\"]");
        assertThat(firm.me(in).status()).isEqualTo(200);
        assertThat(codes.renewCodes(in, owner.app().code(1)).code()).isEqualTo("insufficient-scope");
        assertThat(firm.refresh(in.text("/refreshToken")).status()).isEqualTo(200);
    }

    @Test
    void inLinkOnlyMode_andInTwoFactorMode_itIsAskedForTheSame() {
        firm.accessMode("MAGIC_LINK_ONLY");
        String challenge = asked(firm.signInMail(address)).text("/challenge");
        assertThat(codes.enroll(challenge).code())
                .as("a link leads to no enrolment")
                .isEqualTo("invalid-token");
        assertThat(codes.verify(challenge, owner.app().code()).status()).isEqualTo(200);
        firm.accessMode("MAGIC_LINK_AND_LOGIN_2FA");
        world.clock(120);
        Answer in = codes.recover(
                asked(firm.signInMail(address)).text("/challenge"),
                owner.recoveryCodes().getFirst());
        assertThat(in.status()).as(in.text()).isEqualTo(200);
        assertThat(firm.me(in).status()).isEqualTo(200);
    }

    @Test
    void inLinkOnlyMode_aPasswordsLoginIsOver() {
        String challenge = codes.challenge(address);
        firm.accessMode("MAGIC_LINK_ONLY");
        assertThat(codes.verify(challenge, owner.app().code()).code()).isEqualTo("invalid-token");
    }

    @Test
    void theLinkIsItsDevices_whichMayAskAgain_andOpensOneSession() {
        Mail mail = firm.signInMail(address);
        String first = asked(mail).text("/challenge");
        assertThat(firm.redeem(mail.token(), TestFirm.device()).code()).isEqualTo("link-claimed");
        String second = asked(mail).text("/challenge");
        assertThat(codes.verify(first, owner.app().code()).status()).isEqualTo(200);
        assertThat(codes.verify(second, owner.app().code(1)).code()).isEqualTo("invalid-token");
        assertThat(firm.redeem(mail.token(), device).code()).isEqualTo("link-used");
    }

    /** The link is the address's, and reaches all contacts that have it, while one has. */
    @Test
    void anAddressThatComesToStandElsewhere_takesTheLinkAlong_andOnceItIsOnNoContactTheSessionIsDead() {
        Mail mail = firm.signInMail(address);
        String challenge = asked(mail).text("/challenge");
        firm.contact("c9", 1, address);
        Answer in = codes.verify(challenge, owner.app().code());
        assertThat(JWT.decode(SecondFactor.access(in)).getSubject())
                .isEqualTo(JWT.decode(SecondFactor.access(owner.session())).getSubject());
        firm.contact("c1", 2, TestFirm.address());
        assertThat(firm.me(in).body().path("contacts").findValuesAsText("id")).containsExactly("c9");
        firm.delete("c9", 2);
        assertThat(firm.me(in).status()).isEqualTo(401);
        firm.contact("c1", 3, address);
        assertThat(firm.me(in).status()).as("what is dead stays dead").isEqualTo(401);
    }

    @Test
    void aChallenge_endsWithTheStandingItsLinkWasMailedUnder() {
        String challenge = asked(firm.signInMail(address)).text("/challenge");
        firm.contact("c1", 2, TestFirm.address());
        assertThat(codes.verify(challenge, owner.app().code()).code()).isEqualTo("invalid-token");
        firm.contact("c1", 3, address);
        assertThat(codes.verify(challenge, owner.app().code()).code()).isEqualTo("invalid-token");
    }

    @Test
    void byItsTypedCode_itIsTheSame() {
        Mail mail = firm.signInMail(address);
        Answer asked = firm.redeemCode(mail.linkId(), mail.code(), device);
        assertThat(asked.text("/status")).as(asked.text()).isEqualTo("TOTP_REQUIRED");
        assertThat(codes.verify(asked.text("/challenge"), owner.app().code()).status())
                .isEqualTo(200);
    }

    @Test
    void aSessionOfALinkWithoutACode_endsWhenAnAppIsSetUp() {
        String other = TestFirm.address();
        firm.contact("c2", 1, other);
        Mail mail = firm.signInMail(other);
        Answer link = firm.redeem(mail.token(), device);
        assertThat(link.status()).isEqualTo(200);
        codes.enrolled(other);
        assertThat(firm.me(link).status()).isEqualTo(401);
        assertThat(firm.redeem(mail.token(), device).code()).isEqualTo("link-used");
    }

    @Test
    void aRequestLink_isNotAsked_andShowsWhetherThereIsAnApp() {
        Answer link = firm.redeem(firm.mailed("c1", "r1").token(), device);
        assertThat(link.text("/status")).isEqualTo("SIGNED_IN");
        assertThat(firm.me(link).body().path("totpEnrolled").asBoolean()).isTrue();
        assertThat(firm.me(link).text("/acr")).isEqualTo("aal1");
    }
}
