package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BounceTest {

    private static final String UNDELIVERABLE = "address-undeliverable";

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address).contact("o1", 1, address);

    @ParameterizedTest
    @ValueSource(strings = {"Bounce", "Complaint"})
    void aPublishedEvent_stopsMailToTheAddress_onEachOfItsContacts(String type) {
        MailNotices.event(world, type, firm.mailed("c1", "r1"));
        assertThat(firm.send("c1", "r2").code()).isEqualTo(UNDELIVERABLE);
        assertThat(firm.send("o1", "r2").code()).isEqualTo(UNDELIVERABLE);
        assertThat(firm.table()).contains("mail.undeliverable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bounce", "Complaint"})
    void aNotification_whichHasNoTags_doesTheSameByTheMessagesId(String type) {
        Mail mail = firm.mailed("c1", "r1");
        firm.settled();
        assertThat(MailNotices.notification(world, type, mail.id(), address, Instant.now())
                        .status())
                .isEqualTo(200);
        assertThat(firm.send("c1", "r2").code()).isEqualTo(UNDELIVERABLE);
    }

    /** The mailbox passes its mail on, and the one behind it bounces under its own address. */
    @ParameterizedTest
    @ValueSource(strings = {"firm kind mail address", "firm kind mail", "firm", ""})
    void aBounceOfForwardedMail_marksTheAddressThatOurMailWentTo(String tags) {
        Mail mail = firm.mailed("c1", "r1");
        firm.settled();
        ObjectNode notice = MailNotices.notice("eventType", "Bounce", "forwarded-to@elsewhere.example");
        ObjectNode about = MailNotices.about(notice, mail.id(), Instant.now());
        for (String tag : tags.isEmpty() ? new String[0] : tags.split(" ", -1)) {
            about.withObjectProperty("tags")
                    .putArray(tag)
                    .add(mail.tags().path(tag).asText());
        }
        assertThat(MailNotices.publish(world, notice).status()).isEqualTo(200);
        assertThat(firm.send("c1", "r2").code()).isEqualTo(UNDELIVERABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pat <%s>", "<%s>", "\"Pat, jun.\" <%s> ", "%s\r\n"})
    void whereOnlyTheReportTells_itsAddressCounts_withoutTheNameAroundIt(String recipient) {
        ObjectNode notice = MailNotices.notice("eventType", "Bounce", recipient.formatted(address));
        MailNotices.about(notice, "not-noted-yet", Instant.now())
                .withObjectProperty("tags")
                .putArray("firm")
                .add(firm.id());
        assertThat(MailNotices.publish(world, notice).status()).isEqualTo(200);
        assertThat(firm.send("c1", "r2").code()).isEqualTo(UNDELIVERABLE);
    }

    @Test
    void theAskingClient_noticesNothing_andGetsNothing() {
        Mail mail = firm.signInMail(address);
        firm.bounced(mail);
        world.clock(61);
        Answer answer = firm.ask(address);
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body().propertyStream().map(Map.Entry::getKey))
                .containsExactlyElementsOf(firm.ask(TestFirm.address())
                        .body()
                        .propertyStream()
                        .map(Map.Entry::getKey)
                        .toList());
        firm.settled();
        assertThat(world.mailbox(address)).hasSize(1);
    }

    @Test
    void aRequestLinkThatStillWaits_isNotMailedOnceItsAddressBounces_andNotTriedForEver() {
        Mail earlier = firm.mailed("c1", "r1");
        world.fault("ses", "SendEmail", "ServiceUnavailable", 100_000, "before");
        assertThat(firm.send("c1", "r2").status()).isEqualTo(202);
        firm.bounced(earlier);
        firm.settled();
        world.noFaults();
        assertThat(world.mailbox(address)).containsExactly(earlier);
    }

    @Test
    void aBounceInOneFirm_isNoneInAnother() {
        TestFirm other = world.firm().contact("c1", 1, address);
        firm.bounced(firm.mailed("c1", "r1"));
        assertThat(other.send("c1", "r1").status()).isEqualTo(202);
    }

    @Test
    void anotherAddressOfTheContact_isWrittenToAllTheSame() {
        firm.bounced(firm.mailed("c1", "r1"));
        firm.contact("c1", 2, TestFirm.address());
        assertThat(firm.send("c1", "r2").status()).isEqualTo(202);
    }

    @Test
    void staffHaveMailSentAgain_andALateOrRepeatedReportOfTheOldMailDoesNotCount() {
        Mail old = firm.mailed("c1", "r1");
        firm.settled();
        Instant before = Instant.now();
        firm.bounced(old);
        Answer resumed = resume("c1", Map.of("reason", "the mailbox is mended"));
        assertThat(resumed.status()).isEqualTo(200);
        assertThat(resumed.text("/email")).isEqualTo(address);
        assertThat(firm.send("c1", "r2").status()).isEqualTo(202);
        assertThat(firm.table().lines().filter(line -> line.contains("mail.cleared")))
                .singleElement()
                .asString()
                .contains("the mailbox is mended")
                .containsPattern("contactIds=AttributeValue\\(SS=\\[(c1, o1|o1, c1)]\\)");
        MailNotices.notification(world, "Bounce", old.id(), address, before);
        assertThat(firm.send("c1", "r3").status()).isEqualTo(202);
        firm.bounced(firm.mailed("c1", "r4"));
        assertThat(firm.send("c1", "r5").code()).isEqualTo(UNDELIVERABLE);
    }

    @Test
    void havingMailSentAgain_isSafeToRepeat_withAKeyAndWithout() {
        String path = "/v1/firms/" + firm.id() + "/contacts/c1/portal-access/resume-mail";
        String staff = firm.staff("portal:support");
        firm.bounced(firm.mailed("c1", "r1"));
        String[] keyed = {"Authorization", staff, "Idempotency-Key", "k1"};
        Answer first = world.api().post(path, Map.of("reason", "mended"), keyed);
        String after = firm.table();
        assertThat(world.api().post(path, Map.of("reason", "mended"), keyed).text())
                .isEqualTo(first.text());
        assertThat(world.api().post(path, Map.of("reason", "other"), keyed).code())
                .isEqualTo("idempotency-key-reused");
        assertThat(resume("c1", Map.of()).status()).isEqualTo(200);
        assertThat(firm.table()).isEqualTo(after);
    }

    @Test
    void aRepeatedReport_changesNothing() {
        Mail mail = firm.mailed("c1", "r1");
        firm.bounced(mail);
        String before = firm.table();
        firm.bounced(mail);
        MailNotices.event(world, "Complaint", mail);
        assertThat(firm.table()).isEqualTo(before);
    }

    @Test
    void havingMailSentAgain_isForStaffOfTheFirmWithTheRight_andNeedsToKnowWhichAddress() {
        String second = TestFirm.address();
        firm.contact("c1", 2, address, second);
        assertThat(resume("c1", Map.of()).code()).isEqualTo("email-required");
        assertThat(resume("c1", Map.of("email", second)).text("/email")).isEqualTo(second);
        assertThat(resume("c1", Map.of("email", "x@example.com")).code()).isEqualTo("no-address");
        assertThat(resume("nobody", Map.of()).status()).isEqualTo(404);
        assertThat(resume("o1", Map.of("reason", "x")).status()).isEqualTo(400);
        String path = "/v1/firms/" + firm.id() + "/contacts/o1/portal-access/resume-mail";
        assertThat(world.api().post(path, Map.of()).status()).isEqualTo(401);
        assertThat(world.api()
                        .post(path, Map.of(), "Authorization", firm.staff("portal:read"))
                        .status())
                .isEqualTo(403);
        String foreign = world.firm().staff("portal:admin");
        assertThat(world.api().post(path, Map.of(), "Authorization", foreign).status())
                .isEqualTo(404);
    }

    @Test
    void whatIsNoReasonToStop_changesNothing() {
        Mail mail = firm.mailed("c1", "r1");
        String before = firm.table();
        ObjectNode transientBounce = MailNotices.notice("notificationType", "Bounce", address);
        transientBounce.withObject("/bounce").put("bounceType", "Transient");
        MailNotices.about(transientBounce, mail.id(), Instant.now());
        assertThat(MailNotices.publish(world, transientBounce).status()).isEqualTo(200);
        ObjectNode notSpam = MailNotices.notice("eventType", "Complaint", address);
        notSpam.withObject("/complaint").put("complaintFeedbackType", "not-spam");
        MailNotices.about(notSpam, mail.id(), Instant.now());
        assertThat(MailNotices.publish(world, notSpam).status()).isEqualTo(200);
        assertThat(MailNotices.notification(world, "Bounce", "no-such-message", address, Instant.now())
                        .status())
                .isEqualTo(200);
        assertThat(MailNotices.notification(world, "Bounce", "a#b", address, Instant.now())
                        .status())
                .isEqualTo(200);
        assertThat(firm.table()).isEqualTo(before);
    }

    @Test
    void aReportThatCannotBeRead_isGivenUpAndKept() {
        Answer answer = MailNotices.publish(world, Api.JSON.createObjectNode());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("MailFeedbackFunction").doesNotContain(address);
        for (String broken : List.of("", "[]", "{\"notificationType\": \"Bounce\"")) {
            assertThat(MailNotices.publish(world, broken).status()).isEqualTo(422);
        }
    }

    @Test
    void theLineOfPlainText_withWhichTheMailServiceTriesATopic_isIgnored() {
        int logged = world.logs().text().length();
        assertThat(MailNotices.publish(world, "Successfully validated SNS topic for Amazon SES event publishing.")
                        .status())
                .isEqualTo(200);
        assertThat(world.logs().text().substring(logged)).contains("mail_report_ignored");
    }

    @Test
    void theLogSaysOfAReport_whetherItMarkedAnAddress() {
        Mail mail = firm.mailed("c1", "r1");
        firm.settled();
        int logged = world.logs().text().length();
        firm.bounced(mail);
        assertThat(world.logs().text().substring(logged)).contains("mail_report_marked");
        int marked = world.logs().text().length();
        firm.bounced(mail);
        MailNotices.notification(world, "Bounce", "no-such-message", address, Instant.now());
        assertThat(world.logs().text().substring(marked))
                .contains("mail_report_ignored")
                .doesNotContain("mail_report_marked");
    }

    private Answer resume(String contact, Map<String, String> body) {
        String path = "/v1/firms/" + firm.id() + "/contacts/" + contact + "/portal-access/resume-mail";
        return world.api().post(path, body, "Authorization", firm.staff("portal:support"));
    }
}
