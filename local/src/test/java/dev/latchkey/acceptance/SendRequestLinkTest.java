package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Order(2)
class SendRequestLinkTest {

    private final World world = World.get();
    private final TestFirm firm = world.firm();
    private final String address = TestFirm.address();

    @Test
    void aLinkIsMailedToTheContactsFirstAddress_forThirtyDays() {
        firm.contact("c1", 1, address, TestFirm.address());
        Instant before = Instant.now();
        Answer answer = firm.send("c1", "r1");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("/email")).isEqualTo(address);
        assertThat(Duration.between(before, Instant.parse(answer.text("/expiresAt"))))
                .isBetween(
                        Duration.ofDays(30).minusSeconds(1), Duration.ofDays(30).plusSeconds(30));
        Mail mail = firm.mail(address, answer.text("/linkId"));
        assertThat(mail.token()).matches("[A-Za-z0-9._~-]{22,400}");
        assertThat(mail.url()).contains("#link=").doesNotContain("?");
    }

    @Test
    void staffMayNameAnotherAddressOfTheContact_inAnyCase_butNoOther() {
        String second = TestFirm.address();
        firm.contact("c1", 1, address, second);
        String staff = firm.staff("portal:support");
        Answer named = post(staff, Map.of("requestId", "r1", "email", second.toUpperCase(Locale.ROOT)));
        assertThat(named.status()).isEqualTo(202);
        assertThat(named.text("/email")).isEqualTo(second);
        Answer other = post(staff, Map.of("requestId", "r1", "email", TestFirm.address()));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("no-address");
    }

    @Test
    void aContactWithoutAnAddress_cannotBeSentALink() {
        firm.contact("c0", 1);
        assertThat(firm.send("c0", "r1").code()).isEqualTo("no-address");
    }

    @Test
    void anUnknownAnArchivedAndADeletedContact_areTheSameToStaff() {
        firm.contact("gone", 1, address).contact("old", 1, true, address);
        firm.delete("gone", 2);
        Answer unknown = firm.send("nobody", "r1");
        assertThat(unknown.code()).isEqualTo("not-found");
        assertThat(firm.send("gone", "r1").withoutRequestId()).isEqualTo(unknown.withoutRequestId());
        assertThat(firm.send("old", "r1").withoutRequestId()).isEqualTo(unknown.withoutRequestId());
    }

    @Test
    void theLinksHostAndPathComeFromConfiguration_whateverTheCallerSends() {
        firm.contact("c1", 1, address);
        Answer answer = firm.send(
                "c1",
                "r1",
                "X-Forwarded-Host",
                "evil.test",
                "Forwarded",
                "host=evil.test",
                "Origin",
                "https://evil.test",
                "Referer",
                "https://evil.test/");
        Mail mail = firm.mail(address, answer.text("/linkId"));
        assertThat(mail.url()).startsWith("http://127.0.0.1:").contains("/portal/#link=");
        assertThat(mail.text() + mail.html()).doesNotContain("evil");
    }

    @Test
    void onlyTheRoleThatSendsLinks_mayAndAnotherFirmsStaffSeeNothing() {
        firm.contact("c1", 1, address);
        Map<String, String> body = Map.of("requestId", "r1");
        assertThat(post(firm.staff("portal:read"), body).code()).isEqualTo("forbidden");
        assertThat(post(firm.staff(), body).code()).isEqualTo("forbidden");
        assertThat(post(firm.staff("Portal:Support", "portal:support "), body).code())
                .isEqualTo("forbidden");
        assertThat(post(firm.staff("portal:admin"), body).status()).isEqualTo(202);
        TestFirm other = world.firm().contact("c1", 1, TestFirm.address());
        Answer foreign = post(other.staff("portal:admin"), body);
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.withoutRequestId())
                .isEqualTo(firm.send("nobody", "r1").withoutRequestId());
    }

    @Test
    void theSameKeyAndBody_sendsOneMailAndGivesTheFirstAnswer() {
        firm.contact("c1", 1, address);
        Answer first = firm.send("c1", "r1", "Idempotency-Key", "k1");
        Answer second = firm.send("c1", "r1", "Idempotency-Key", "k1");
        assertThat(second.text()).isEqualTo(first.text());
        firm.mail(address, first.text("/linkId"));
        Answer another = firm.send("c1", "r1", "Idempotency-Key", "k2");
        firm.mail(address, another.text("/linkId"));
        assertThat(world.mailbox(address)).hasSize(2);
    }

    @Test
    void theSameKeyWithAnotherBodyOrContact_isRefused() {
        firm.contact("c1", 1, address).contact("c2", 1, TestFirm.address());
        firm.send("c1", "r1", "Idempotency-Key", "k1");
        assertThat(firm.send("c1", "r2", "Idempotency-Key", "k1").code()).isEqualTo("idempotency-key-reused");
        assertThat(firm.send("c2", "r1", "Idempotency-Key", "k1").code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    @Tag("crowd")
    void twentyCallsWithOneKeyAtOnce_haveOneEffectAndOneAnswer() {
        firm.contact("c1", 1, address);
        List<Answer> answers = Race.of(20, runner -> firm.send("c1", "r1", "Idempotency-Key", "race"));
        assertThat(answers).allMatch(answer -> answer.status() == 202);
        assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
        firm.mail(address, answers.getFirst().text("/linkId"));
        assertThat(world.mailbox(address)).hasSize(1);
    }

    @Test
    void aKeyIsForgottenAfterADay() {
        firm.contact("c1", 1, address);
        Answer first = firm.send("c1", "r1", "Idempotency-Key", "k1");
        world.clock(Duration.ofHours(24).toSeconds() + 1);
        Answer later = firm.send("c1", "r2", "Idempotency-Key", "k1");
        assertThat(later.status()).isEqualTo(202);
        assertThat(later.text("/linkId")).isNotEqualTo(first.text("/linkId"));
    }

    @Test
    void aKeyThatIsTooLongOrNotPrintable_isRefused() {
        firm.contact("c1", 1, address);
        assertThat(firm.send("c1", "r1", "Idempotency-Key", "k".repeat(65)).code())
                .isEqualTo("invalid-request");
        assertThat(firm.send("c1", "r1", "Idempotency-Key", "a b").code()).isEqualTo("invalid-request");
        assertThat(firm.send("c1", "r1", "Idempotency-Key", "").code()).isEqualTo("invalid-request");
    }

    private Answer post(String staff, Map<String, String> body) {
        return world.api().post(firm.path("c1"), body, "Authorization", staff);
    }
}
