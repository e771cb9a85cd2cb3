package dev.latchkey.acceptance;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The real tokens that the event files name in double braces and must not hold. Each is made when it is asked for, so
 * that no event uses up another's link or session.
 */
final class EventTokens {

    private static final Pattern NAME = Pattern.compile("\\{\\{([^}]*)}}");

    private final World world;

    private @Nullable Mail codedMail;

    private @Nullable Mail signInMail;

    private @Nullable AccountTokens accountTokens;

    EventTokens(World world) {
        this.world = world;
    }

    String fill(String event) {
        return NAME.matcher(event).replaceAll(found -> token(found.group(1)));
    }

    private String token(String name) {
        return switch (name) {
            case "staff-token" -> staff("portal:support");
            case "reader-token" -> staff("portal:read");
            case "admin-token" -> staff("portal:admin");
            case "other-role-token" -> staff("portal:owner");
            case "unheard-of-firm-token" -> staff("unheard-of", "portal:admin");
            case "link-token" -> firm().mailed("c1", "r1").token();
            case "coded-link-id" -> coded().linkId();
            case "link-code" -> coded().code();
            case "link-code-without-dash" -> coded().code().replace("-", "");
            case "other-link-code" -> firm().mailed("c1", "r1").code();
            case "killed-link-id" -> killed();
            case "mailed-address" -> coded().to();
            case "mailed-firm" -> coded().tags().path("firm").asText();
            case "message-id" -> coded().id();
            case "sign-in-link-token" -> signIn().token();
            case "sign-in-link-id" -> signIn().linkId();
            case "sign-in-link-code" -> signIn().code();
            case "sign-in-session-token" ->
                firm().redeem(signIn().token(), TestFirm.device()).text("/accessToken");
            case "claimed-link-token" -> claimed(firm());
            case "next-link-token" -> next();
            case "superseded-link-token" -> superseded();
            case "expired-link-token" -> expired();
            case "session-token" -> session(firm()).text("/accessToken");
            case "ended-session-token" -> ended();
            case "refresh-token" -> session(firm()).text("/refreshToken");
            case "portal-origin" -> world.origin();
            case "erasable-firm" -> erasable();
            case "just-used-refresh-token" -> used(1);
            case "used-refresh-token" -> used(2);
            default -> account().named(name);
        };
    }

    private AccountTokens account() {
        AccountTokens tokens = accountTokens;
        if (tokens == null) {
            tokens = new AccountTokens(world);
            accountTokens = tokens;
        }
        return tokens;
    }

    /** Of the seeded firm that the events' paths name. */
    private String staff(String role) {
        return staff("acme", role);
    }

    private String staff(String firm, String role) {
        return new TestFirm(world, firm).staff(role).substring("Bearer ".length());
    }

    private TestFirm firm() {
        return world.firm().contact("c1", 1, TestFirm.address());
    }

    /** One mail for all that a file says of it. */
    private Mail coded() {
        Mail mail = codedMail;
        if (mail == null) {
            mail = firm().mailed("c1", "r1");
            codedMail = mail;
        }
        return mail;
    }

    private Mail signIn() {
        Mail mail = signInMail;
        if (mail == null) {
            String address = TestFirm.address();
            mail = world.firm().contact("c1", 1, address).signInMail(address);
            signInMail = mail;
        }
        return mail;
    }

    private String killed() {
        TestFirm firm = firm();
        String link = firm.mailed("c1", "r1").linkId();
        for (int guess = 0; guess < 5; guess++) {
            firm.redeemCode(link, "0000-0000", TestFirm.device());
        }
        return link;
    }

    private static String claimed(TestFirm firm) {
        String token = firm.mailed("c1", "r1").token();
        firm.redeem(token, TestFirm.device());
        return token;
    }

    private String next() {
        TestFirm firm = firm();
        claimed(firm);
        return firm.mailed("c1", "r1").token();
    }

    private String superseded() {
        TestFirm firm = firm();
        String earlier = firm.mailed("c1", "r1").token();
        claimed(firm);
        return earlier;
    }

    private String expired() {
        TestFirm firm = firm();
        String token = firm.mailed("c1", "r1").token();
        firm.delete("c1", 2);
        return token;
    }

    private static Answer session(TestFirm firm) {
        return firm.redeem(firm.mailed("c1", "r1").token(), TestFirm.device());
    }

    /** With a contact {@code c1} who has an account. */
    private String erasable() {
        String address = TestFirm.address();
        TestFirm firm = world.firm().contact("c1", 1, address);
        firm.mailed("c1", "r1");
        new Portal(firm).account(address);
        firm.settled();
        return firm.id();
    }

    private String ended() {
        TestFirm firm = firm();
        Answer session = session(firm);
        firm.logOut(session);
        return session.text("/accessToken");
    }

    private String used(int times) {
        TestFirm firm = firm();
        String first = session(firm).text("/refreshToken");
        String current = first;
        for (int i = 0; i < times; i++) {
            current = firm.refresh(current).text("/refreshToken");
        }
        return first;
    }
}
