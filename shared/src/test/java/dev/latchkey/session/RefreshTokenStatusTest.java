package dev.latchkey.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contact.AddressBinding;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Principal;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.firm.FirmId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefreshTokenStatusTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final FirmId FIRM = new FirmId("acme");

    private final Randomness randomness = new Randomness();
    private final String secret = randomness.secret();
    private final SessionId id =
            new SessionId(Principal.of(new ContactId("c1"), FIRM, new Email("c1@example.com")), randomness.id());
    private final RefreshTokenFamily family = RefreshTokenFamily.of(secret, randomness);
    private final Session session = session(3);

    @Test
    void theLatestToken_isCurrent() {
        assertThat(on(token(3), NOW.plus(Duration.ofHours(11)))).isEqualTo(RefreshTokenStatus.CURRENT);
    }

    @Test
    void theOneBefore_isJustSpentForThirtySeconds_andReusedAfter() {
        assertThat(on(token(2), NOW)).isEqualTo(RefreshTokenStatus.JUST_SPENT);
        assertThat(on(token(2), NOW.plusSeconds(30))).isEqualTo(RefreshTokenStatus.JUST_SPENT);
        assertThat(on(token(2), NOW.plusSeconds(30).plusMillis(1))).isEqualTo(RefreshTokenStatus.REUSED);
    }

    @Test
    void anyOlderOne_isReusedAtOnce() {
        assertThat(on(token(1), NOW)).isEqualTo(RefreshTokenStatus.REUSED);
        assertThat(on(token(0), NOW)).isEqualTo(RefreshTokenStatus.REUSED);
    }

    @Test
    void aTokenNeverIssued_isNobodys() {
        assertThat(on(token(4), NOW)).isEqualTo(RefreshTokenStatus.FOREIGN);
        assertThat(on(new RefreshToken(FIRM, id, 2, randomness.secret(), token(2).tag()), NOW))
                .isEqualTo(RefreshTokenStatus.FOREIGN);
        assertThat(on(new RefreshToken(FIRM, id, 2, secret, randomness.secret()), NOW))
                .isEqualTo(RefreshTokenStatus.FOREIGN);
        assertThat(on(new RefreshToken(FIRM, id, 2, secret, token(1).tag()), NOW))
                .isEqualTo(RefreshTokenStatus.FOREIGN);
    }

    @Test
    void aTokenAlteredInAnyOneCharacter_isNobodys() {
        String text = token(2).text();
        int secretStart = text.lastIndexOf('.') + 1;
        for (int at = secretStart; at < text.length(); at++) {
            char other = text.charAt(at) == 'A' ? 'B' : 'A';
            RefreshToken altered = RefreshToken.parse(text.substring(0, at) + other + text.substring(at + 1))
                    .orElseThrow();
            assertThat(on(altered, NOW)).isEqualTo(RefreshTokenStatus.FOREIGN);
        }
    }

    @Test
    void aTokenOfAnotherSession_isNobodys() {
        SessionId other = new SessionId(id.principal(), randomness.id());
        RefreshToken moved = new RefreshToken(FIRM, other, 3, secret, token(3).tag());
        assertThat(on(moved, NOW)).isEqualTo(RefreshTokenStatus.FOREIGN);
    }

    @Test
    void theSuccessorOfAToken_isAlwaysTheSame() {
        assertThat(token(4).text()).isEqualTo(token(4).text()).isNotEqualTo(token(3).text());
        assertThat(RefreshToken.parse(token(3).text())).contains(token(3));
    }

    @Test
    void aSession_endsAtTheInstantOfItsIdleAndOfItsAbsoluteEnd() {
        assertThat(session.hasNotEnded(NOW.plus(Session.IDLE).minusMillis(1))).isTrue();
        assertThat(session.hasNotEnded(NOW.plus(Session.IDLE))).isFalse();
        Session nearItsEnd = session.rotated(NOW.plus(Duration.ofDays(30)).minusSeconds(60));
        assertThat(nearItsEnd.idleEnd()).isEqualTo(NOW.plus(Duration.ofDays(30)));
        assertThat(nearItsEnd.hasNotEnded(NOW.plus(Duration.ofDays(30)))).isFalse();
    }

    private RefreshTokenStatus on(RefreshToken token, Instant now) {
        return RefreshTokenStatus.on(token, session, now);
    }

    private RefreshToken token(long generation) {
        return family.token(FIRM, id, generation, secret);
    }

    private Session session(long generation) {
        return new Session(
                FIRM,
                id,
                Email.parse("c1@example.com").orElseThrow(),
                new AddressBinding("a1", "g1", "subject"),
                new Scope("request:r1"),
                "subject",
                List.of("email"),
                "aal1",
                new RevocationMarker(0, 0),
                NOW,
                NOW,
                NOW.plus(Duration.ofDays(30)),
                family,
                generation,
                NOW,
                null,
                "127.0.0.1",
                null);
    }
}
