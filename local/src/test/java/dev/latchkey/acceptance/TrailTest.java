package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.acceptance.SecondFactor.Owner;
import dev.latchkey.audit.AuditType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What each thing that can happen leaves on the trail: no less, and nothing twice. */
class TrailTest {

    private final World world = World.get();
    private final String email = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, email).contact("c2", 1, TestFirm.address());
    private final Portal portal = new Portal(firm);
    private final SecondFactor codes = new SecondFactor(firm);
    private final Staff staff = new Staff(firm);
    private final Administrator administrator = new Administrator(firm);
    private final List<String> seen = new ArrayList<>();
    private int minutes;

    @Test
    void everythingThatHappens_isOnTheTrailOnce() {
        links();
        Owner owner = account();
        secondFactor(owner);
        staffRepair(owner);
        settings();
        theFirmGoes();
        assertThat(new TreeSet<>(seen))
                .isEqualTo(Stream.of(AuditType.values())
                        .map(AuditType::value)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private void links() {
        Mail mail = after(() -> firm.mailed("c1", "r1"), "link.sent");
        Answer session = after(() -> firm.redeem(mail.token(), TestFirm.device()), "link.claimed");
        after(() -> firm.redeem(mail.token(), TestFirm.device()), "link.refused");
        Answer next = after(() -> firm.refresh(session.text("/refreshToken")));
        after(() -> firm.logOut(next), "session.ended");
        Mail bounced = after(() -> firm.mailed("c2", "r2"), "link.sent");
        after(
                () -> {
                    firm.bounced(bounced);
                    return bounced;
                },
                "mail.undeliverable");
        after(() -> staff.repair("c2", "resume-mail", null, null), "mail.cleared");
        after(() -> portal.invite("c2", null), "invitation.sent", "link.sent");
    }

    private Owner account() {
        Owner owner = after(
                () -> codes.enrolled(email, portal.accountByMail(email)),
                "link.sent",
                "account.created",
                "device.new",
                "sign-in.succeeded",
                "totp.enrolled",
                "sign-in.succeeded");
        after(() -> portal.logIn(email, "not the password at all"), "sign-in.failed");
        after(() -> codes.challenge(email));
        return owner;
    }

    private void secondFactor(Owner owner) {
        aMinuteLater();
        Answer in = after(
                () -> codes.recover(
                        codes.challenge(email), owner.recoveryCodes().getFirst()),
                "recovery-code.used",
                "sign-in.succeeded",
                "device.new");
        after(() -> codes.renewCodes(in, owner.app().settled().code()), "recovery-codes.regenerated");
        String temporary =
                after(() -> staff.temporaryCode("c1"), "temporary-code.issued").text("/code");
        after(
                () -> codes.recover(codes.challenge(email), temporary),
                "temporary-code.used",
                "sign-in.succeeded",
                "device.new");
        aMinuteLater();
        Answer again = after(
                () -> codes.verify(codes.challenge(email), owner.app().settled().code()),
                "sign-in.succeeded",
                "device.new");
        aMinuteLater();
        after(() -> codes.remove(again, Portal.PASSWORD, owner.app().settled().code()), "totp.removed");
        after(() -> portal.change(again, Portal.PASSWORD, Portal.OTHER), "password.changed");
        String reset = after(() -> portal.resetToken(email), "link.sent");
        after(() -> portal.reset(reset, Portal.PASSWORD), "password.reset");
    }

    private void staffRepair(Owner owner) {
        Answer in = after(() -> portal.logIn(email, Portal.PASSWORD), "sign-in.succeeded", "device.new");
        Answer next = after(() -> firm.refresh(in.text("/refreshToken")));
        aMinuteLater();
        after(() -> firm.refresh(next.text("/refreshToken")));
        after(() -> firm.refresh(in.text("/refreshToken")), "session.refresh-reused");
        firm.guessed(email, 99);
        after(() -> portal.logIn(email, "not the password at all"), "sign-in.failed", "account.locked");
        after(() -> portal.logIn(email, Portal.PASSWORD));
        after(() -> staff.unlock("c1"), "account.unlocked");
        after(() -> staff.reset("c1", null), "totp.reset");
        after(() -> staff.deactivate("c1", null), "account.deactivated");
        after(() -> staff.reactivate("c1", null), "account.reactivated");
        after(() -> staff.access("c1"));
        assertThat(owner.email()).isEqualTo(email);
    }

    private void settings() {
        after(() -> administrator.choose(Map.of("accessMode", "MAGIC_LINK_ONLY")), "settings.changed");
        String from = Instant.now().plus(Duration.ofDays(1)).toString();
        after(
                () -> administrator.choose(Map.of("accessMode", "MAGIC_LINK_AND_LOGIN", "effectiveFrom", from)),
                "settings.scheduled");
        after(() -> administrator.preview(Map.of("accessMode", "MAGIC_LINK_ONLY")));
        after(
                () -> world.event("contact.erased", Map.of("firmId", firm.id(), "contactId", "c2", "version", 5)),
                "contact.erased");
        after(() -> new Auditor(firm).list(""));
        after(
                () -> world.api()
                        .get(
                                "/v1/firms/" + firm.id() + "/portal-access",
                                "Authorization",
                                firm.staff("portal:admin"),
                                "Accept",
                                "text/csv"),
                "report.exported");
    }

    /** With its whole trail, but for the event that says so. */
    private void theFirmGoes() {
        world.event("firm.deleted", Map.of("firmId", firm.id(), "version", 5));
        assertThat(types()).containsExactly("firm.deleted");
        seen.add("firm.deleted");
    }

    private void aMinuteLater() {
        world.clock(61L * ++minutes);
    }

    /** Does it, waits for its mails, and holds what came onto the trail. */
    private <T> T after(Supplier<T> deed, String... events) {
        List<String> before = types();
        T done = deed.get();
        firm.settled();
        List<String> now = new ArrayList<>(types());
        before.forEach(now::remove);
        assertThat(now).as("after %s", seen).containsExactlyInAnyOrder(events);
        seen.addAll(List.of(events));
        return done;
    }

    private List<String> types() {
        return AuditRows.types(world, firm);
    }
}
