package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.functions.http.Bodies;
import dev.latchkey.throttling.AttemptBudget.Factor;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names in event files that are about accounts. All names in one file are of one client, who is contact {@code c1} of a
 * firm of their own, and a name that stands there twice means the same both times.
 */
final class AccountTokens {

    private static final String KEY = "event-invited";

    /** What has happened since to the client whose token or firm follows in the name. */
    private enum Turn {
        LINK_ONLY("link-only-"),
        SECOND_FACTOR("second-factor-"),
        OPTIONAL("optional-"),
        LOCKED("locked-"),
        UNDELIVERABLE("undeliverable-"),
        EXPIRED("expired-"),
        APP_LOCKED("app-locked-"),
        RECOVERY_LOCKED("recovery-locked-"),
        TAKEN_AWAY("taken-away-"),
        TEAM("team-"),
        SCHEDULED("scheduled-"),
        KEPT_OUT("kept-out-"),
        SHARED("shared-"),
        MOVED("moved-");

        private final String prefix;

        Turn(String prefix) {
            this.prefix = prefix;
        }
    }

    private final TestFirm firm;
    private final Portal portal;
    private final String address = TestFirm.address();
    private final Map<String, String> given = new HashMap<>();
    private final Map<String, Answer> sessions = new HashMap<>();
    private final TwoFactorTokens secondFactor;

    AccountTokens(World world) {
        this.firm = world.firm().contact("c1", 1, address);
        this.portal = new Portal(firm);
        this.secondFactor = new TwoFactorTokens(firm, address, this::own);
    }

    String named(String name) {
        String earlier = given.get(name);
        if (earlier != null) {
            return earlier;
        }
        String made = made(name);
        given.put(name, made);
        return made;
    }

    private String made(String name) {
        for (Turn turn : Turn.values()) {
            if (name.startsWith(turn.prefix)) {
                String made = named(name.substring(turn.prefix.length()));
                take(turn);
                return made;
            }
        }
        return plain(name);
    }

    private String plain(String name) {
        return switch (name) {
            case "client-firm" -> firm.id();
            case "client-address" -> address;
            case "client-staff-token" -> staff("portal:support");
            case "client-admin-token" -> staff("portal:admin");
            case "in-30-days" -> ahead(30);
            case "in-91-days" -> ahead(91);
            case "two-addresses-firm" -> twoAddresses();
            case "invited-firm" -> invited();
            case "invited-at-once-firm" -> invitedAtOnce();
            case "invited-key" -> KEY;
            case "access-cursor" -> accessCursor();
            case "password" -> Portal.PASSWORD;
            case "account-firm" -> withAccount();
            case "set-up-token" -> portal.setUpToken(address);
            case "invitation-token" -> invitation().passwordToken();
            case "used-set-up-token" -> usedSetUp();
            case "superseded-set-up-token" -> supersededSetUp();
            case "reset-token" -> reset();
            case "used-reset-token" -> usedReset();
            case "portal-session-token" -> own().text("/accessToken");
            case "ended-portal-session-token" -> ended(own()).text("/accessToken");
            case "own-session-id" -> own().text("/session/id");
            case "other-session-id" -> other().text("/session/id");
            case "ended-session-id" -> ended(other()).text("/session/id");
            case "strangers-session-id" -> stranger().text("/session/id");
            case "session-cursor" -> cursor(own());
            case "cursor-of-another-session" -> cursor(other());
            default -> secondFactor.named(name);
        };
    }

    private void take(Turn turn) {
        switch (turn) {
            case LINK_ONLY -> firm.accessMode("MAGIC_LINK_ONLY");
            case SECOND_FACTOR -> firm.accessMode("MAGIC_LINK_AND_LOGIN_2FA");
            case OPTIONAL -> firm.accessMode("MAGIC_LINK_AND_LOGIN");
            case LOCKED -> firm.locked(address, Factor.PASSWORD);
            case UNDELIVERABLE -> firm.bounced(firm.mailed("c1", "r1"));
            case EXPIRED -> firm.delete("c1", 2);
            case APP_LOCKED -> firm.locked(address, Factor.TOTP);
            case RECOVERY_LOCKED -> firm.locked(address, Factor.RECOVERY);
            case TAKEN_AWAY -> secondFactor.takeAway();
            case TEAM -> toTeam();
            case SCHEDULED -> schedule();
            case KEPT_OUT -> secondFactor.keepOut();
            case SHARED -> firm.contact("c2", 1, address);
            case MOVED -> firm.contact("c1", 2, TestFirm.address());
        }
    }

    private void toTeam() {
        firm.world()
                .event("firm.upserted", Map.of("firmId", firm.id(), "version", 2, "name", "Test & Co", "plan", "TEAM"));
    }

    private void schedule() {
        new Administrator(firm)
                .choose(Map.of("accessMode", "MAGIC_LINK_AND_LOGIN_2FA", "effectiveFrom", named("in-30-days")));
    }

    /** In the form in which it is answered. */
    private static String ahead(int days) {
        return Bodies.time(Instant.now().plus(Duration.ofDays(days)));
    }

    private String staff(String role) {
        return firm.staff(role).substring("Bearer ".length());
    }

    private Answer own() {
        return sessions.computeIfAbsent("own", first -> portal.account(address));
    }

    private Answer other() {
        own();
        return sessions.computeIfAbsent("other", first -> portal.logIn(address, Portal.PASSWORD));
    }

    private Answer ended(Answer session) {
        firm.logOut(session);
        return session;
    }

    private Answer stranger() {
        String theirs = TestFirm.address();
        firm.contact("c2", 1, theirs);
        return portal.account(theirs);
    }

    private String withAccount() {
        own();
        return firm.id();
    }

    private String twoAddresses() {
        return firm.contact("c1", 2, address, TestFirm.address()).id();
    }

    private String invited() {
        portal.invite("c1", null, "Idempotency-Key", KEY);
        return firm.id();
    }

    private String invitedAtOnce() {
        Answer done = new Staff(firm).inviteAll(Map.of("contactIds", List.of("c1")), "Idempotency-Key", KEY);
        assertThat(done.text()).isEqualTo("{\"invited\":1,\"skipped\":[],\"nextCursor\":null}");
        return firm.id();
    }

    /** Where the list of all goes on behind the client; there comes one contact more. */
    private String accessCursor() {
        firm.contact("c2", 1, TestFirm.address());
        return new Reports(firm).list("limit=1").text("/nextCursor");
    }

    private Mail invitation() {
        return portal.mailAfter(address, "invitation", () -> portal.invite("c1", null));
    }

    private String usedSetUp() {
        String token = portal.setUpToken(address);
        portal.setUp(token, Portal.PASSWORD);
        return token;
    }

    /** The mail is there before what it supersedes is written down. */
    private String supersededSetUp() {
        String token = invitation().passwordToken();
        portal.setUp(invitation().passwordToken(), Portal.PASSWORD);
        return token;
    }

    private String reset() {
        own();
        return portal.resetToken(address);
    }

    private String usedReset() {
        String token = reset();
        portal.reset(token, Portal.OTHER);
        return token;
    }

    private String cursor(Answer session) {
        other();
        return portal.sessions(session, "?limit=1").text("/nextCursor");
    }
}
