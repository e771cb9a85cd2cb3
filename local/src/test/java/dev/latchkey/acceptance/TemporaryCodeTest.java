package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.acceptance.SecondFactor.Owner;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What staff do for a client whose phone is at home, and for one who is locked out. */
class TemporaryCodeTest {

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final Portal portal = new Portal(firm);
    private final SecondFactor codes = new SecondFactor(firm);
    private final Staff staff = new Staff(firm);
    private final Owner owner = codes.enrolled(address);

    private Answer recover(String code) {
        return codes.recover(codes.challenge(address), code);
    }

    @Test
    void aTemporaryCode_letsInOnce_andTheAppStaysOn() {
        Answer issued = staff.temporaryCode("c1");
        assertThat(issued.status()).as(issued.text()).isEqualTo(201);
        assertThat(Duration.between(Instant.now(), Instant.parse(issued.text("/expiresAt"))))
                .isBetween(Duration.ofMinutes(24 * 60 - 5), Duration.ofHours(24));
        Answer in = recover(issued.text("/code"));
        assertThat(in.status()).as(in.text()).isEqualTo(200);
        assertThat(in.body().path("session").path("amr").toString()).isEqualTo("[\"pwd\",\"temporary\"]");
        assertThat(in.text("/session/acr")).isEqualTo("aal2");
        assertThat(in.body().path("recoveryCodesLeft").asInt()).isEqualTo(10);
        assertThat(recover(issued.text("/code")).code()).isEqualTo("invalid-code");
        assertThat(codes.verify(codes.challenge(address), owner.app().code()).status())
                .isEqualTo(200);
        firm.settled();
        assertThat(portal.mails(address, "temporary-code-issued")).hasSize(1);
        assertThat(portal.mails(address, "temporary-code-used")).hasSize(1);
        assertThat(AuditRows.types(world, firm)).contains("temporary-code.issued", "temporary-code.used");
    }

    @Test
    void itIsGoodForADay_toTheMillisecond_andANewerOneTakesItsPlace() {
        Answer first = staff.temporaryCode("c1");
        Answer second = staff.temporaryCode("c1");
        assertThat(recover(first.text("/code")).code()).isEqualTo("invalid-code");
        Instant end = Instant.parse(second.text("/expiresAt"));
        world.clockAt(end.minusSeconds(30));
        String inTime = codes.challenge(address);
        world.clockAt(end);
        assertThat(codes.recover(inTime, second.text("/code")).code()).isEqualTo("invalid-code");
        world.clockAt(end.minusSeconds(30));
        assertThat(codes.recover(inTime, second.text("/code")).status()).isEqualTo(200);
    }

    @Test
    void itIsShownOnce_alsoToWhoeverRepeatsTheRequest() {
        Answer issued = staff.temporaryCode("c1", "Idempotency-Key", "t1");
        Answer again = staff.temporaryCode("c1", "Idempotency-Key", "t1");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("already-issued");
        assertThat(recover(issued.text("/code")).status()).isEqualTo(200);
    }

    @Test
    void itNeedsAnAccount_anApp_aReason_andTheRole() {
        String other = TestFirm.address();
        firm.contact("c2", 1, other);
        assertThat(staff.temporaryCode("c2").code()).isEqualTo("no-account");
        portal.account(other);
        assertThat(staff.temporaryCode("c2").code()).isEqualTo("not-enrolled");
        assertThat(staff.repair("c1", "temporary-code", null, null).status()).isEqualTo(400);
        assertThat(staff.repairAs(firm.staff("portal:read"), "c1", "temporary-code", null, Staff.REASON)
                        .code())
                .isEqualTo("forbidden");
    }

    @Test
    void unlocking_endsEveryLock_andShowsTheAccess() {
        for (int guess = 0; guess < 10; guess++) {
            recover("0000-0000-0000-0000");
        }
        for (int guess = 0; guess < 10; guess++) {
            codes.verify(codes.challenge(address), owner.app().wrong());
        }
        for (int guess = 0; guess < 10; guess++) {
            portal.logIn(address, "wrong");
        }
        assertThat(portal.logIn(address, Portal.PASSWORD).status()).isEqualTo(429);
        Answer unlocked = staff.unlock("c1");
        assertThat(unlocked.status()).as(unlocked.text()).isEqualTo(200);
        assertThat(unlocked.text("/status")).isEqualTo("ACTIVE");
        assertThat(unlocked.body().path("lockedUntil").isNull()).isTrue();
        assertThat(unlocked.body().path("totp").path("enrolled").asBoolean()).isTrue();
        assertThat(unlocked.body().path("totp").path("recoveryCodesLeft").asInt())
                .isEqualTo(10);
        assertThat(Instant.parse(unlocked.text("/totp/since"))).isBefore(Instant.now());
        assertThat(codes.verify(codes.challenge(address), owner.app().code()).status())
                .isEqualTo(200);
        assertThat(recover(owner.recoveryCodes().getFirst()).status()).isEqualTo(200);
        assertThat(AuditRows.types(world, firm)).contains("account.unlocked");
        assertThat(staff.unlock("c1").status()).isEqualTo(200);
        assertThat(staff.repairAs(firm.staff("portal:read"), "c1", "unlock", null, null)
                        .code())
                .isEqualTo("forbidden");
    }
}
