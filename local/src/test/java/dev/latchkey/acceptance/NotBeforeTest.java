package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.session.Challenge;
import dev.latchkey.totp.Authenticator;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A backup was restored: whatever was made before the instant that the parameter {@code NotBefore} names is over, by the
 * answers that what has expired gets, and what was made at that very instant is not.
 */
class NotBeforeTest {

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final Portal portal = new Portal(firm);
    private final SecondFactor codes = new SecondFactor(firm);
    private final String device = TestFirm.device();

    @Test
    void aSession_itsAccessTokens_andItsRefreshTokens() {
        Answer session = portal.account(address);
        Instant made = number("session#", "createdAt");
        String access = session.text("/accessToken");
        String refresh = session.text("/refreshToken");
        assertThat(after(made).me(access).code()).isEqualTo("invalid-token");
        assertThat(after(made).refresh(refresh).code()).isEqualTo("invalid-token");
        assertThat(at(made).me(access).status()).isEqualTo(200);
        assertThat(at(made).refresh(refresh).status()).isEqualTo(200);
    }

    @Test
    void anotherSessionOfTheSameClient_isNotListed() {
        portal.account(address);
        Instant first = number("session#", "createdAt");
        String access = portal.logIn(address, Portal.PASSWORD).text("/accessToken");
        assertThat(at(first).sessions(access).body().path("items")).hasSize(2);
        assertThat(after(first).sessions(access).body().path("items")).hasSize(1);
    }

    @Test
    void aHalfFinishedLogin_thatWaitsForACode() {
        SecondFactor.Owner owner = codes.enrolled(address);
        String challenge = codes.challenge(address);
        Instant made = number("challenge#", "endsAt").minus(Challenge.LIFE);
        assertThat(after(made).verify(challenge, owner.app().code()).code()).isEqualTo("invalid-token");
        assertThat(at(made).verify(challenge, owner.app().code()).status()).isEqualTo(200);
    }

    @Test
    void aHalfFinishedLogin_thatWaitsForAnApp() {
        new Administrator(firm).choose(Map.of("accessMode", "MAGIC_LINK_AND_LOGIN_2FA"));
        String challenge =
                portal.setUp(portal.readySetUpToken(address), Portal.PASSWORD).text("/challenge");
        Instant made = number("challenge#", "endsAt").minus(Challenge.LIFE);
        assertThat(after(made).enroll(challenge).code()).isEqualTo("invalid-token");
        assertThat(at(made).enroll(challenge).status()).isEqualTo(200);
    }

    @Test
    void aRequestLink_unopened_andForTheDeviceThatOpenedIt() {
        String token = firm.mailed("c1", "r1").token();
        Instant made = sent("link#");
        assertThat(after(made).inspect(token).text("/state")).isEqualTo("EXPIRED");
        assertThat(after(made).redeem(token, device).code()).isEqualTo("link-expired");
        assertThat(at(made).inspect(token).text("/state")).isEqualTo("OPEN");
        assertThat(at(made).redeem(token, device).status()).isEqualTo(200);
        assertThat(after(made).redeem(token, device).code()).isEqualTo("link-expired");
        assertThat(at(made).redeem(token, device).status()).isEqualTo(200);
    }

    @Test
    void aSignInLink_byItsTokenAndByItsTypedCode() {
        Mail mail = firm.signInMail(address);
        Instant made = sent("link#");
        assertThat(after(made).redeem(mail.token(), device).code()).isEqualTo("link-expired");
        assertThat(after(made).redeemCode(mail, device).code()).isEqualTo("link-expired");
        assertThat(at(made).redeemCode(mail, device).status()).isEqualTo(200);
    }

    @Test
    void aSetUpLink() {
        String token = portal.setUpToken(address);
        Instant made = sent("sign-up#");
        assertThat(after(made).setUp(token).code()).isEqualTo("link-expired");
        assertThat(at(made).setUp(token).status()).isEqualTo(201);
    }

    @Test
    void anInvitation() {
        String token = portal.mailAfter(address, "invitation", () -> portal.invite("c1", null))
                .passwordToken();
        Instant made = sent("invitation#");
        assertThat(after(made).setUp(token).code()).isEqualTo("link-expired");
        assertThat(at(made).setUp(token).status()).isEqualTo(201);
    }

    @Test
    void aResetLink() {
        portal.account(address);
        String token = portal.resetToken(address);
        Instant made = sent("reset#");
        assertThat(after(made).reset(token).code()).isEqualTo("link-expired");
        assertThat(at(made).reset(token).status()).isEqualTo(204);
    }

    @Test
    void aTemporaryCode_andNoRecoveryCode() {
        SecondFactor.Owner owner = codes.enrolled(address);
        String temporary = new Staff(firm).temporaryCode("c1").text("/code");
        Instant made = number("authenticator", "temporaryEndsAt").minus(Authenticator.Temporary.LIFE);
        String challenge = codes.challenge(address);
        assertThat(after(made).recover(challenge, temporary).code()).isEqualTo("invalid-code");
        assertThat(at(made).recover(challenge, temporary).status()).isEqualTo(200);
        String recovery = owner.recoveryCodes().getFirst();
        assertThat(after(made).recover(codes.challenge(address), recovery).status())
                .isEqualTo(200);
    }

    private RestoredFunctions at(Instant notBefore) {
        return new RestoredFunctions(world, notBefore);
    }

    private RestoredFunctions after(Instant made) {
        return at(made.plusMillis(1));
    }

    /** When the mail left, and so the secret was made. */
    private Instant sent(String sortPrefix) {
        return latest(items(sortPrefix, "sendings")
                .flatMap(sendings -> sendings.ss().stream())
                .map(text -> text.substring(0, text.indexOf('.'))));
    }

    private Instant number(String sortPrefix, String attribute) {
        return latest(items(sortPrefix, attribute).map(AttributeValue::n));
    }

    private static Instant latest(Stream<String> millis) {
        return millis.map(text -> Instant.ofEpochMilli(Long.parseLong(text)))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Stream<AttributeValue> items(String sortPrefix, String attribute) {
        return TableDump.items(world, "begins_with(pk, :part)", firm.id() + "#").stream()
                .filter(item -> Objects.requireNonNull(item.get("sk")).s().startsWith(sortPrefix))
                .flatMap(item -> Stream.ofNullable(item.get(attribute)));
    }
}
