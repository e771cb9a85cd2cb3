package dev.latchkey.accountmail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.accountlink.AccountLinkPurpose;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.contact.Email;
import dev.latchkey.firm.AccessMode;
import dev.latchkey.firm.FirmId;
import dev.latchkey.firm.Firms;
import dev.latchkey.mail.MailId;
import dev.latchkey.mail.MailKind;
import dev.latchkey.mail.MailPriority;
import dev.latchkey.mail.Message;
import dev.latchkey.mail.OutgoingMail;
import java.net.URI;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoLinkWordsTest {

    private static final FirmId ACME = new FirmId("acme");
    private static final Instant AT = Instant.parse("2026-11-24T14:51:37.791Z");
    private static final RequestSource ORIGIN = new RequestSource("r-1", "203.0.113.7", null);
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    @ParameterizedTest
    @CsvSource({
        "SIGN_UP, MAGIC_LINK_AND_LOGIN, ACCOUNT_EXISTS, This address has one already",
        "SIGN_UP, MAGIC_LINK_AND_LOGIN_2FA, ACCOUNT_EXISTS, Sign in here",
        "RESET, MAGIC_LINK_AND_LOGIN, NO_ACCOUNT, Have a link to sign in mailed to you",
        "RESET, MAGIC_LINK_AND_LOGIN_2FA, NO_ACCOUNT, Choose “sign up” on that page"
    })
    void eachSaysWhyThereIsNoLink_andLeadsToThePage_inBothParts(
            AccountLinkPurpose wanted, AccessMode mode, MailKind kind, String says) {
        Message mail = message(wanted, mode, "Acme Accounting");
        assertThat(mail.kind()).isEqualTo(kind);
        assertThat(mail.subject()).contains("Acme Accounting").hasSizeLessThanOrEqualTo(78);
        for (String part : new String[] {flat(mail.text()), bare(mail.html())}) {
            assertThat(part)
                    .contains(
                            says,
                            "Acme Accounting",
                            "When: 24 November 2026 at 14:51 UTC",
                            "From: 203.0.113.0/24",
                            "You didn't ask for this? Then there is nothing to do")
                    .doesNotContain("203.0.113.7", "c1@example.com", "%s", "null");
        }
        assertThat(mail.text()).containsOnlyOnce("https://portal.example/\n").doesNotContain("#");
        assertThat(mail.html()).containsOnlyOnce("href=\"https://portal.example/\"");
    }

    @ParameterizedTest
    @CsvSource({"SIGN_UP, MAGIC_LINK_AND_LOGIN", "RESET, MAGIC_LINK_AND_LOGIN", "RESET, MAGIC_LINK_AND_LOGIN_2FA"})
    void aFirmsName_isEscapedInHtml_andNoLineOfTextIsTooLong(AccountLinkPurpose wanted, AccessMode mode) {
        Message mail = message(wanted, mode, "A & B <img src=x>");
        assertThat(mail.html()).contains("A &amp; B &lt;img src=x&gt;").doesNotContain("<img", "A & B");
        assertThat(mail.text()).contains("A & B");
        for (String name : new String[] {"Acme", "Accounting & Partners ".repeat(5), "Lang ".repeat(40)}) {
            assertThat(message(wanted, mode, name).text().lines()).allMatch(line -> line.length() <= 78);
        }
    }

    private static Message message(AccountLinkPurpose wanted, AccessMode mode, String firm) {
        OutgoingMail mail =
                new OutgoingMail(new MailId(ACME, "m-1", MailPriority.INTERACTIVE), wanted.mail, "a", AT, ORIGIN);
        return new AccountMail(URI.create("https://portal.example/"))
                .noLink(
                        mail,
                        Firms.of(ACME.value(), firm, mode),
                        Email.parse("c1@example.com").orElseThrow(),
                        wanted);
    }

    private static String flat(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    /** What is read of an HTML part. */
    private static String bare(String html) {
        String body = html.substring(html.indexOf("<body"), html.indexOf("</body>"));
        return flat(TAG.matcher(body).replaceAll(" ").replace("&#39;", "'").replace("&amp;", "&"));
    }
}
