package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.firm.AccessRequest;
import dev.latchkey.firm.AccountState;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A client of {@link AccessModesTrial}, who collects every credential that somebody of their state can have while the firm
 * lets them, and keeps it until it is tried.
 */
final class CellClient {

    private final TestFirm firm;
    private final Portal portal;
    private final SecondFactor codes;
    private final String email = TestFirm.address();
    private final String contact;
    private final AccountState becomes;
    private final boolean enrols;
    private final Map<AccessRequest, String> held = new EnumMap<>(AccessRequest.class);
    private final Map<AccessRequest, String> refresh = new HashMap<>();
    private @Nullable App app;
    private @Nullable App waiting;

    /** @param becomes what they are when the credentials are tried */
    CellClient(TestFirm firm, String contact, AccountState becomes, boolean enrols) {
        this.firm = firm.contact(contact, 1, email);
        this.portal = new Portal(firm);
        this.codes = new SecondFactor(firm);
        this.contact = contact;
        this.becomes = becomes;
        this.enrols = enrols;
    }

    AccountState state() {
        return becomes;
    }

    String name() {
        return becomes.value() + (becomes == AccountState.SHUT_OUT && enrols ? " (had an app)" : "");
    }

    Set<AccessRequest> holds() {
        return held.keySet();
    }

    String held(AccessRequest accessRequest) {
        return Objects.requireNonNull(held.get(accessRequest));
    }

    String refreshToken(AccessRequest accessRequest) {
        return Objects.requireNonNull(refresh.get(accessRequest));
    }

    String email() {
        return email;
    }

    String code() {
        return code(0);
    }

    String code(int steps) {
        return app().code(steps);
    }

    String waitingCode() {
        if (waiting == null) {
            throw new IllegalStateException("no app waits");
        }
        return waiting.settled().code();
    }

    /** While the firm lets people log in as they like. */
    void setUp() {
        for (AccessRequest asked : new AccessRequest[] {
            AccessRequest.SIGN_UP,
            AccessRequest.FORGOTTEN_PASSWORD,
            AccessRequest.SIGN_IN_LINK_ASKED,
            AccessRequest.PASSWORD
        }) {
            held.put(asked, email);
        }
        held.put(AccessRequest.SET_UP_LINK, portal.readySetUpToken(email));
        held.put(AccessRequest.RESET_LINK, held(AccessRequest.SET_UP_LINK).replace("sign-up", "reset"));
        if (becomes == AccountState.NO_ACCOUNT) {
            return;
        }
        assertThat(portal.setUp(held(AccessRequest.SET_UP_LINK), Portal.PASSWORD)
                        .status())
                .isEqualTo(201);
        Answer login = login();
        app = App.of(firm.world(), codes.enroll(SecondFactor.access(login), Portal.PASSWORD, null))
                .settled();
        Answer confirmed = codes.verify(SecondFactor.access(login), app.code(-1));
        keep(AccessRequest.LOGIN_SESSION_WITH_CODE, confirmed);
        held.put(AccessRequest.LOGIN_BEFORE_CODE, codes.challenge(email));
        if (!enrols) {
            assertThat(codes.remove(confirmed, Portal.PASSWORD, app.code()).status())
                    .isEqualTo(204);
        }
    }

    /** While the firm demands a second factor, for links too. */
    void underDemand() {
        if (becomes == AccountState.NO_ACCOUNT) {
            return;
        }
        if (enrols) {
            Answer asked = firm.redeem(firm.mailed(contact, "code").token(), TestFirm.device());
            keep(AccessRequest.REQUEST_SESSION_WITH_CODE, codes.verify(asked.text("/challenge"), code()));
        } else {
            held.put(AccessRequest.LOGIN_BEFORE_ENROLMENT, login().text("/challenge"));
            waiting = App.of(firm.world(), codes.enroll(held(AccessRequest.LOGIN_BEFORE_ENROLMENT)));
        }
    }

    /** When the firm lets people log in as they like again. */
    void logInAgain() {
        keep(
                AccessRequest.REQUEST_SESSION,
                firm.redeem(firm.mailed(contact, "plain").token(), TestFirm.device()));
        if (becomes != AccountState.NO_ACCOUNT) {
            held.put(AccessRequest.RESET_LINK, portal.resetToken(email));
            if (!enrols) {
                keep(AccessRequest.LOGIN_SESSION, login());
            }
        }
    }

    /** Each a minute after the one before. */
    void firstSignInLink() {
        Answer redeemed = firm.redeem(firm.signInMail(email).token(), TestFirm.device());
        if (enrols) {
            keep(AccessRequest.SIGN_IN_SESSION_WITH_CODE, codes.verify(redeemed.text("/challenge"), code()));
        } else {
            keep(AccessRequest.SIGN_IN_SESSION, redeemed);
        }
    }

    void secondSignInLink() {
        if (enrols) {
            Answer redeemed = firm.redeem(firm.signInMail(email).token(), TestFirm.device());
            held.put(AccessRequest.LINK_BEFORE_CODE, redeemed.text("/challenge"));
        }
    }

    void lastLinks() {
        held.put(AccessRequest.SIGN_IN_LINK, firm.signInMail(email).token());
        held.put(AccessRequest.REQUEST_LINK, firm.mailed(contact, "open").token());
    }

    /** Becomes what they are to be. */
    void become(boolean byTakingTheAddressOff) {
        if (becomes == AccountState.SHUT_OUT && byTakingTheAddressOff) {
            firm.contact(contact, 2);
        } else if (becomes == AccountState.SHUT_OUT) {
            firm.contact(contact, 2, true, email);
        }
    }

    private App app() {
        if (app == null) {
            throw new IllegalStateException("has no app");
        }
        return app.settled();
    }

    private Answer login() {
        return portal.logIn(email, Portal.PASSWORD);
    }

    private void keep(AccessRequest accessRequest, Answer session) {
        assertThat(session.status()).as(accessRequest + " " + session.text()).isBetween(200, 201);
        held.put(accessRequest, SecondFactor.access(session));
        refresh.put(accessRequest, session.text("/refreshToken"));
    }
}
