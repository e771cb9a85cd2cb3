package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkMailTest {

    private final World world = World.get();
    private final String address = TestFirm.address();

    @Test
    void theTextPart_isForAPerson_andHoldsExactlyOneUrl() {
        Mail mail = mailOf("Acme Accounting");
        assertThat(mail.urls()).hasSize(1);
        assertThat(mail.text()).contains("Acme Accounting has sent you a request", "first device", "expecting");
        assertThat(mail.subject()).isEqualTo("Acme Accounting has sent you a request");
        assertThat(mail.from()).contains("Acme Accounting").contains("portal@latchkey.test");
        assertThat(mail.to()).isEqualTo(address);
        assertThat(mail.text().lines().filter(line -> !line.startsWith("http"))).allMatch(line -> line.length() <= 76);
    }

    @Test
    void theTextPart_survivesAProgramThatFoldsItsLines() {
        for (Mail mail : List.of(mailOf("Acme Accounting"), signInMailOf("Acme Accounting"))) {
            assertThat(mail.text().lines()).contains(mail.url(), "Code: " + mail.code());
            String cut = mail.text().replaceAll("(.{72})(?=.)", "$1\n");
            String paragraph = cut.substring(cut.indexOf("http"), cut.indexOf("\n\n", cut.indexOf("http")));
            assertThat(paragraph.replace("\n", "")).isEqualTo(mail.url());
            assertThat(cut.lines()).contains("Code: " + mail.code());
        }
    }

    @Test
    void theHtmlPart_leavesColoursToTheReader_andHasTheCodeToo() {
        for (Mail mail : List.of(mailOf("Acme Accounting"), signInMailOf("Acme Accounting"))) {
            assertThat(mail.html()).contains("color-scheme\" content=\"light dark", mail.code());
            assertThat(mail.html().replace("color-scheme", "")).doesNotContain("color", "background", "bgcolor");
            assertThat(mail.html()).doesNotContain("<img", "src=", "<script", "url(", "@import", "<link", "<style");
            assertThat(mail.html().split("href=", -1)).hasSize(2);
        }
    }

    @Test
    void theHtmlPart_saysTheSame_withTheSameLink_andNothingRemote() {
        Mail mail = mailOf("Acme Accounting");
        String href = mail.html().replaceAll("(?s).*href=\"([^\"]*)\".*", "$1").replace("&amp;", "&");
        assertThat(href).isEqualTo(mail.url());
        assertThat(mail.html()).contains("Acme Accounting has sent you a request");
        assertThat(mail.html()).doesNotContain("<img", "src=", "<script", "url(", "@import", "<link");
    }

    @Test
    void aFirmsNameCannotBecomeAHeaderARecipientOrASecondLink() {
        Mail mail = mailOf("A\r\nBcc: x@evil.test http://evil.test/a \u202E");
        assertThat(mail.urls()).hasSize(1);
        assertThat(mail.subject()).doesNotContain("\r", "\n", "evil.test").startsWith("A Bcc: x at evil. test http");
        assertThat(mail.from()).doesNotContain("\r", "\n");
        assertThat(world.mailbox("x@evil.test")).isEmpty();
    }

    @Test
    void aFirmsNameIsEscapedInHtml_andWholeInText() {
        Mail mail = mailOf("<img src=x onerror=alert(1)> & \"Söhne\" \uD83D\uDE00");
        assertThat(mail.html()).doesNotContain("<img").contains("&lt;img src=x", "&amp;", "&quot;Söhne&quot;");
        assertThat(mail.text()).contains("<img src=x onerror=alert(1)> & \"Söhne\" \uD83D\uDE00");
        assertThat(mail.from()).contains("\"Söhne\" \uD83D\uDE00");
    }

    @Test
    void theMail_carriesTagsThatLeadBounceEventsBack() {
        JsonNode tags = mailOf("Acme").tags();
        assertThat(tags.toString()).contains("firm", "kind", "request-link", "mail");
    }

    private Mail signInMailOf(String firmName) {
        return world.firm(firmName, "TEAM").contact("c1", 1, address).signInMail(address);
    }

    private Mail mailOf(String firmName) {
        TestFirm firm = world.firm(firmName, "TEAM").contact("c1", 1, address);
        return firm.mailed("c1", "r1");
    }
}
