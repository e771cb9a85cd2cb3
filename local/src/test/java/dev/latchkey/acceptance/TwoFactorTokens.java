package dev.latchkey.acceptance;

import static dev.latchkey.acceptance.SecondFactor.access;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.acceptance.SecondFactor.Owner;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The names in event files that are about the second factor, of the same client as those about accounts. */
final class TwoFactorTokens {

    private static final String KEY = "event-order";
    private static final int TRIES_OF_LOGIN = 5;

    private final TestFirm firm;
    private final String address;
    private final Supplier<Answer> account;
    private final Portal portal;
    private final SecondFactor codes;
    private final Staff staff;

    private @Nullable Owner owner;
    private @Nullable App app;
    private long spent;

    /** @param account sets the account up, once, and gives the session that this opened */
    TwoFactorTokens(TestFirm firm, String address, Supplier<Answer> account) {
        this.firm = firm;
        this.address = address;
        this.account = account;
        this.portal = new Portal(firm);
        this.codes = new SecondFactor(firm);
        this.staff = new Staff(firm);
    }

    String named(String name) {
        return switch (name) {
            case "enrolled-firm" -> enrolledFirm();
            case "enrolled-session-token" -> access(owner().session());
            case "begun-session-token" -> begunInSession();
            case "enrolment-challenge" -> lacking();
            case "begun-challenge" -> begunInLogin();
            case "spent-begun-challenge" -> spentLogin();
            case "app-code" -> freshCode();
            case "wrong-code" -> app().wrong();
            case "used-code" -> usedCode();
            case "client-sign-in-link-token" -> firm.signInMail(address).token();
            default -> ofLogin(name);
        };
    }

    private String ofLogin(String name) {
        return switch (name) {
            case "login-challenge" -> challenge();
            case "used-begun-challenge" -> usedLogin();
            case "link-challenge" -> firm.redeem(link(), TestFirm.device()).text("/challenge");
            case "enrolled-sign-in-link-token" -> link();
            case "recovery-code" -> owner().recoveryCodes().getFirst();
            case "used-recovery-code" -> usedRecoveryCode();
            default -> byStaff(name);
        };
    }

    private String byStaff(String name) {
        return switch (name) {
            case "temporary-code" -> temporaryCode();
            case "superseded-temporary-code" -> supersededTemporaryCode();
            case "issued-firm" -> issuedFirm();
            case "reset-firm" -> ordered("reset");
            case "deactivated-firm" -> ordered("deactivate");
            case "reactivated-firm" -> letInAgain();
            case "trail-cursor" -> trailCursor();
            case "two-accounts-firm" -> twoAccounts();
            case "order-key" -> KEY;
            default -> throw new IllegalStateException("no token is called " + name);
        };
    }

    void takeAway() {
        assertThat(staff.reset("c1", null).status()).isEqualTo(200);
    }

    void keepOut() {
        Answer done = staff.deactivate("c1", null);
        assertThat(done.status()).as(done.text()).isEqualTo(200);
    }

    /** Where the firm demands an app, setting up the account leads to one: a single password is hashed on the way. */
    private Owner owner() {
        Owner known = owner;
        return known == null ? confirmed(begunInLogin()) : known;
    }

    private Owner confirmed(String challenge) {
        Answer in = codes.verify(challenge, spend());
        assertThat(in.status()).as(in.text()).isEqualTo(200);
        Owner confirmed = new Owner(address, app(), SecondFactor.recoveryCodes(in), in);
        owner = confirmed;
        return confirmed;
    }

    /** The one that was begun with last, or else the one of somebody who has set it up. */
    private App app() {
        App begun = app;
        return begun == null ? owner().app() : begun;
    }

    private String begunInSession() {
        String session = access(account.get());
        return begun(session, codes.enroll(session, Portal.PASSWORD, null));
    }

    private String begunInLogin() {
        String challenge = lacking();
        return begun(challenge, codes.enroll(challenge));
    }

    private String begun(String bearer, Answer start) {
        assertThat(start.status()).as(start.text()).isEqualTo(200);
        app = App.of(firm.world(), start);
        return bearer;
    }

    /** A login that waits for an app to be set up, because the firm demands one. */
    private String lacking() {
        firm.accessMode("MAGIC_LINK_AND_LOGIN_2FA");
        return portal.setUp(portal.readySetUpToken(address), Portal.PASSWORD).text("/challenge");
    }

    private String spentLogin() {
        String challenge = begunInLogin();
        for (int wrong = 0; wrong < TRIES_OF_LOGIN; wrong++) {
            codes.verify(challenge, app().wrong());
        }
        return challenge;
    }

    /** A code that was not used: what the app shows, or is about to show. */
    private String freshCode() {
        return app().at(freshStep());
    }

    private long freshStep() {
        return Math.max(app().step(), spent + 1);
    }

    private String spend() {
        spent = freshStep();
        return app().at(spent);
    }

    private String usedCode() {
        Answer session = owner().session();
        String code = spend();
        assertThat(codes.renewCodes(session, code).status()).isEqualTo(200);
        return code;
    }

    private String enrolledFirm() {
        owner();
        return firm.id();
    }

    private String challenge() {
        owner();
        return codes.challenge(address);
    }

    private String usedLogin() {
        String challenge = begunInLogin();
        confirmed(challenge);
        return challenge;
    }

    private String link() {
        owner();
        return firm.signInMail(address).token();
    }

    private String usedRecoveryCode() {
        String code = owner().recoveryCodes().getLast();
        assertThat(codes.recover(challenge(), code).status()).isEqualTo(200);
        return code;
    }

    private String temporaryCode() {
        owner();
        return staff.temporaryCode("c1").text("/code");
    }

    private String supersededTemporaryCode() {
        String earlier = temporaryCode();
        temporaryCode();
        return earlier;
    }

    private String issuedFirm() {
        owner();
        assertThat(staff.temporaryCode("c1", "Idempotency-Key", KEY).status()).isEqualTo(201);
        return firm.id();
    }

    private void accountExists() {
        assertThat(account.get().status()).isEqualTo(201);
    }

    private String ordered(String what) {
        accountExists();
        Answer done = staff.repair("c1", what, null, Staff.REASON, "Idempotency-Key", KEY);
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        return firm.id();
    }

    private String letInAgain() {
        accountExists();
        keepOut();
        return ordered("reactivate");
    }

    /** Where the firm's trail goes on after the latest of its three events or more. */
    private String trailCursor() {
        letInAgain();
        Answer page = new Auditor(firm).list("limit=1");
        assertThat(page.body().path("nextCursor").isTextual()).as(page.text()).isTrue();
        return page.text("/nextCursor");
    }

    private String twoAccounts() {
        accountExists();
        String second = TestFirm.address();
        firm.contact("c1", 2, address, second);
        portal.account(second);
        return firm.id();
    }
}
