package dev.latchkey.magiclink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Principal;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.device.DeviceSecret;
import dev.latchkey.firm.FirmId;
import dev.latchkey.session.RequestId;
import dev.latchkey.session.Scope;
import dev.latchkey.session.SessionId;
import dev.latchkey.store.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What opens a link: its token, its typed code, and the device's secret; how each is read and shown. */
class LinkSecretsTest {

    private static final Instant SENT = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant END = SENT.plus(Duration.ofDays(14));
    private static final FirmId FIRM = new FirmId("acme");
    private static final Principal HOLDER = Principal.of(new ContactId("c1"), FIRM, new Email("c1@example.com"));
    private static final Scope REQUEST = Scope.of(new RequestId("r1"));
    private static final LinkId ID = LinkId.of(FIRM, HOLDER, REQUEST, "r".repeat(22));
    private static final DeviceSecret DEVICE = new DeviceSecret("d".repeat(43));

    @Test
    void aLink_isKeptWithItsHolder_beneathItsThread() {
        assertThat(ID.key()).isEqualTo(new Key("acme#contact#c1", "link#" + ID.thread() + "r".repeat(22)));
        assertThat(ID.threadKey())
                .isEqualTo(new Key("acme#contact#c1", "thread#" + ID.thread()))
                .isEqualTo(LinkId.threadKey(FIRM, HOLDER, REQUEST))
                .isNotEqualTo(LinkId.threadKey(FIRM, HOLDER, Scope.REQUESTS));
        assertThat(LinkId.parse(ID.text())).contains(ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "acme", "acme.c1", "acme.c1.short", "a b.c1.%s", "acme.a b.%s", "acme.c1.%s.x"})
    void whatIsNoLinksId_isNone(String form) {
        assertThat(LinkId.parse(form.replace("%s", "r".repeat(44)))).isEmpty();
    }

    @Test
    void aToken_isReadAsItWasMade_andShowsNoSecret() {
        LinkToken token = new LinkToken(ID, "t".repeat(43));
        assertThat(LinkToken.parse(token.text())).contains(token);
        assertThat(LinkToken.parse(token.text() + "t")).isEmpty();
        assertThat(LinkToken.parse("t".repeat(43))).isEmpty();
        assertThat(token).hasToString("LinkToken[" + ID.text() + "]");
    }

    @ParameterizedTest
    @CsvSource({
        "2345-6789, 23456789",
        "abcd efgh, ABCDEFGH",
        "ABCDEFGH, ABCDEFGH",
        "abc-def-gh, ABCDEFGH",
        "ABCD\u2013EFGH, ABCDEFGH",
        "'abcdefgh\r\n', ABCDEFGH",
        "\uFF21\uFF22\uFF23\uFF24\u3000efgh, ABCDEFGH"
    })
    void aTypedCode_isTakenAsPeopleTypeOrPasteIt(String typed, String value) {
        assertThat(TypedCode.parse(typed)).contains(new TypedCode(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ABCDEFG", "ABCDEFGHJ", "ABCD+EFGH", "ABCD_EFGH", "ABCDEFG\u0661", "\u00C4BCDEFGH"})
    void whatHasNotTheFormOfACode_isNone(String typed) {
        assertThat(TypedCode.parse(typed)).isEmpty();
    }

    @Test
    void aCodeThatIsMade_hasEightCharactersThatLookLikeNothingElse_andIsShownInHalves() {
        TypedCode code = TypedCode.random(new Randomness());
        assertThat(code.value()).matches("[2-9A-HJKMNP-TV-Z]{8}");
        assertThat(new TypedCode("ABCDEFGH").shown()).isEqualTo("ABCD-EFGH");
        assertThat(code).hasToString("TypedCode");
    }

    @Test
    void aDevicesSecret_hasFortyThreeCharacters_makesOneSecretASession_andIsHidden() {
        String one = new SessionId(HOLDER, "s".repeat(22)).text();
        String other = new SessionId(HOLDER, "o".repeat(22)).text();
        assertThat(DeviceSecret.parse("d".repeat(43))).contains(DEVICE);
        assertThat(DeviceSecret.parse("d".repeat(42))).isEmpty();
        assertThat(DEVICE.refreshSecret(one))
                .matches("[A-Za-z0-9_-]{43}")
                .isEqualTo(DEVICE.refreshSecret(one))
                .isNotEqualTo(DEVICE.refreshSecret(other));
        assertThat(DEVICE).hasToString("DeviceSecret");
    }

    @Test
    void aSending_isKnownByItsCodesTag_andWhatIsStoredInAnotherFormIsABrokenTable() {
        LinkDelivery delivery = new LinkDelivery(SENT, "hash", "tag");
        assertThat(delivery.isCodedBy("tag")).isTrue();
        assertThat(delivery.isCodedBy("hash")).isFalse();
        assertThatThrownBy(() -> LinkDelivery.read("1.hash")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void ofSeveralSendings_theLatestIsTheLast_inWhateverOrderTheyAreStored() {
        LinkDelivery first = new LinkDelivery(SENT, "hash1", "tag1");
        LinkDelivery last = new LinkDelivery(SENT.plusSeconds(1), "hash2", "tag2");
        assertThat(link(REQUEST, List.of(last, first)).lastDelivery()).contains(last);
        assertThat(link(REQUEST, List.of()).lastDelivery()).isEmpty();
    }

    @Test
    void aDevice_hasThirtyDaysByARequestLink_andTheLinksOwnLifeByASignInLink() {
        LinkDelivery delivery = new LinkDelivery(SENT, "hash", "tag");
        Instant now = SENT.plusSeconds(60);
        assertThat(link(REQUEST, List.of(delivery)).deviceEnd(delivery, now)).isEqualTo(now.plus(Duration.ofDays(30)));
        assertThat(link(Scope.REQUESTS, List.of(delivery)).deviceEnd(delivery, now))
                .isEqualTo(SENT.plusSeconds(600));
    }

    private static MagicLink link(Scope scope, List<LinkDelivery> deliveries) {
        return new MagicLink(ID, scope, null, 1, END, deliveries, 0, null);
    }
}
