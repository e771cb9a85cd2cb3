package dev.latchkey.accountmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.audit.RequestSource;
import dev.latchkey.contact.Email;
import dev.latchkey.firm.AccessMode;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.firm.Firms;
import dev.latchkey.mail.MailId;
import dev.latchkey.mail.MailKind;
import dev.latchkey.mail.MailPriority;
import dev.latchkey.mail.Message;
import dev.latchkey.mail.OutgoingMail;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountMailTest {

    private static final FirmId ACME = new FirmId("acme");
    private static final Instant AT = Instant.parse("2026-11-24T14:51:37.791Z");
    private static final RequestSource ORIGIN = new RequestSource("r-1", "203.0.113.7", null);
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    @ParameterizedTest
    @EnumSource(SecurityNoticeText.class)
    void everyNotice_tellsItsFirmItsTimeItsSource_andWhatToDo(SecurityNoticeText words) {
        Message notice = notice(words, "Acme Accounting");
        assertThat(notice.subject()).contains("Acme Accounting").hasSizeLessThanOrEqualTo(78);
        for (String part : new String[] {flat(notice.text()), bare(notice.html())}) {
            assertThat(part)
                    .contains("Acme Accounting", "When: 24 November 2026 at 14:51 UTC", "From: 203.0.113.0/24")
                    .containsPattern("(It wasn't you|You did not ask for it)\\? Then [^?]+\\.$")
                    .doesNotContain("203.0.113.7", "c1@example.com", "null", "%");
        }
    }

    @ParameterizedTest
    @EnumSource(SecurityNoticeText.class)
    void everyNotice_saysTheSameInBothParts_andHasNoLink(SecurityNoticeText words) {
        Message notice = notice(words, "A & B <b>\"Law's\"</b>");
        assertThat(bare(notice.html())).isEqualTo(flat(notice.text()));
        assertThat(notice.text() + notice.html() + notice.subject()).doesNotContain("http", "://", "www.", "href");
    }

    @ParameterizedTest
    @EnumSource(SecurityNoticeText.class)
    void aFirmsName_isEscapedInHtml(SecurityNoticeText words) {
        Message notice = notice(words, "A & B <img src=x>");
        assertThat(notice.html()).contains("A &amp; B &lt;img src=x&gt;").doesNotContain("<img", "A & B");
        assertThat(notice.text()).contains("A & B");
    }

    @ParameterizedTest
    @EnumSource(SecurityNoticeText.class)
    void noLineOfText_isLongerThanMailProgramsShow_howeverLongTheName(SecurityNoticeText words) {
        for (String name : new String[] {"Acme", "Accounting & Partners ".repeat(5), "Lang ".repeat(40)}) {
            assertThat(notice(words, name).text().lines()).allMatch(line -> line.length() <= 78);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10, 10 recovery codes are left., nothing to do",
        "4, sign in to your account at the client portal of Acme, 4 recovery codes are left.",
        "3, Only 3 recovery codes are left. Please make new ones, to make new codes",
        "2, Only 2 recovery codes are left. Please make new ones, to make new codes",
        "1, Only 1 recovery code is left. Please make new ones, to make new codes",
        "0, No recovery code is left. Please make new ones, when your phone is lost next only Acme can help you in"
    })
    void aUsedRecoveryCode_tellsHowManyAreLeft_andAtThreeAndFewerToMakeNewOnes(long left, String one, String other) {
        Message notice = message(MailKind.RECOVERY_CODE_USED, "Acme", left);
        for (String part : new String[] {flat(notice.text()), bare(notice.html())}) {
            assertThat(part.replace("next,", "next")).contains(one, other);
            assertThat(part.contains("Please make new ones")).isEqualTo(left <= 3);
            assertThat(part.contains("nothing to do")).isEqualTo(left > 3);
            assertThat(part.contains("only Acme can help")).isEqualTo(left == 0);
        }
    }

    @Test
    void aUsedRecoveryCode_isNotToldWithoutTheNumber() {
        for (MailKind kind : List.of(MailKind.RECOVERY_CODE_USED, MailKind.RECOVERY_CODE_USED_FOR_APP)) {
            assertThatThrownBy(() -> message(kind, "Acme", null)).hasMessage("how many codes are left");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TOTP_ENROLLED              | was set up | From now on signing in takes one of its codes.",
                "TOTP_REMOVED               | was removed | Signing in takes no code any more",
                "TOTP_RESET                 | was reset | somebody at Acme reset the authenticator app",
                "TOTP_RESET                 | was reset | Your password stays as it is.",
                "TOTP_RESET                 | was reset | The next login asks you to set the app up again.",
                "RECOVERY_CODES_REGENERATED | were replaced | The earlier ones are worth nothing any more.",
                "RECOVERY_CODE_USED         | was used | a recovery code was used to sign in",
                "RECOVERY_CODE_USED_FOR_APP     | was used | used a recovery code, in place of a code of your",
                "RECOVERY_CODE_USED_FOR_APP     | was used | to set up another app.",
                "RECOVERY_CODE_USED_FOR_APP     | was used | has come. 7 recovery codes are left.",
                "RECOVERY_CODE_USED_FOR_CODES   | was used | to make new recovery codes. The earlier ones are worth nothing",
                "RECOVERY_CODE_USED_FOR_REMOVAL | was used | to remove the app. Signing in takes no code any more.",
                "WRONG_CODES                | Wrong codes | somebody typed the right password",
                "WRONG_CODES                | Wrong codes | or opened a sign-in link that was mailed to you",
                "TEMPORARY_CODE_ISSUED      | temporary code | somebody at Acme issued a temporary code",
                "TEMPORARY_CODE_ISSUED      | temporary code | at one login within 24 hours. The code itself is never mailed.",
                "TEMPORARY_CODE_USED        | was used | a temporary code was used to sign in"
            })
    void eachNotice_saysWhatHappened(MailKind kind, String subject, String happened) {
        Message notice = message(kind, "Acme", 7L);
        assertThat(notice.subject()).contains(subject);
        assertThat(flat(notice.text())).contains(happened);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TOTP_RESET", "TEMPORARY_CODE_ISSUED"})
    void whatStaffDid_isNotPutToTheReader_butAskedAfter(MailKind kind) {
        assertThat(message(kind, "Acme", null).text())
                .contains("You asked for it?", "You did not ask for it?")
                .doesNotContain("That was you?");
    }

    @ParameterizedTest
    @EnumSource(
            value = MailKind.class,
            names = {"REQUEST_LINK", "SIGN_IN_LINK", "SIGN_UP", "INVITATION", "RESET"})
    void aMailWithALink_isNoNotice(MailKind kind) {
        assertThatThrownBy(() -> message(kind, "Acme", null)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Message notice(SecurityNoticeText words, String firm) {
        return message(MailKind.valueOf(words.name()), firm, 2L);
    }

    private static Message message(MailKind kind, String firmName, @Nullable Long number) {
        Firm firm = Firms.of(ACME.value(), firmName, AccessMode.MAGIC_LINK_AND_LOGIN);
        String amr = kind == MailKind.NEW_DEVICE ? "pwd otp" : null;
        OutgoingMail mail = new OutgoingMail(
                new MailId(ACME, "m-1", MailPriority.INTERACTIVE), kind, "~a", AT, ORIGIN, number, amr);
        return new AccountMail(URI.create("https://portal.example/"))
                .notice(mail, firm, Email.parse("c1@example.com").orElseThrow());
    }

    private static String flat(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    /** What is read of an HTML part. */
    private static String bare(String html) {
        String body = html.substring(html.indexOf("<body"), html.indexOf("</body>"));
        return flat(TAG.matcher(body)
                .replaceAll(" ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&"));
    }
}
