package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.firm.AccessDecision;
import dev.latchkey.firm.AccessRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tries what a {@link CellClient} holds, over HTTP, and says how far it gets. */
record CellTrial(TestFirm firm) {

    /** What is tried later is not ended by what is tried before. */
    static final List<AccessRequest> ORDER = List.of(
            AccessRequest.LOGIN_SESSION,
            AccessRequest.LOGIN_SESSION_WITH_CODE,
            AccessRequest.SIGN_IN_SESSION,
            AccessRequest.SIGN_IN_SESSION_WITH_CODE,
            AccessRequest.REQUEST_SESSION,
            AccessRequest.REQUEST_SESSION_WITH_CODE,
            AccessRequest.SIGN_IN_LINK,
            AccessRequest.REQUEST_LINK,
            AccessRequest.LINK_BEFORE_CODE,
            AccessRequest.LOGIN_BEFORE_CODE,
            AccessRequest.PASSWORD,
            AccessRequest.LOGIN_BEFORE_ENROLMENT,
            AccessRequest.SET_UP_LINK,
            AccessRequest.RESET_LINK,
            AccessRequest.SIGN_UP,
            AccessRequest.FORGOTTEN_PASSWORD,
            AccessRequest.SIGN_IN_LINK_ASKED);

    private static final Set<Integer> UNKNOWN_OR_DEAD = Set.of(401, 404, 410);

    AccessDecision of(AccessRequest accessRequest, CellClient client) {
        Portal portal = new Portal(firm);
        SecondFactor codes = new SecondFactor(firm);
        String held = client.held(accessRequest);
        return switch (accessRequest) {
            case SIGN_UP -> read(portal.signUp(held));
            case FORGOTTEN_PASSWORD -> read(portal.forgotten(held));
            case SIGN_IN_LINK_ASKED -> read(firm.ask(held));
            case SET_UP_LINK -> read(portal.setUp(held, Portal.PASSWORD));
            case RESET_LINK -> read(portal.reset(held, Portal.OTHER));
            case PASSWORD -> read(portal.logIn(held, Portal.PASSWORD));
            case SIGN_IN_LINK, REQUEST_LINK -> read(firm.redeem(held, TestFirm.device()));
            case LOGIN_BEFORE_CODE -> read(codes.verify(held, anotherStep(client)));
            case LINK_BEFORE_CODE -> read(codes.verify(held, client.code()));
            case LOGIN_BEFORE_ENROLMENT -> read(codes.verify(held, client.waitingCode()));
            case LOGIN_SESSION,
                    LOGIN_SESSION_WITH_CODE,
                    SIGN_IN_SESSION,
                    SIGN_IN_SESSION_WITH_CODE,
                    REQUEST_SESSION,
                    REQUEST_SESSION_WITH_CODE -> session(accessRequest, client);
        };
    }

    /** The app's code of the step after this one, which the one before has not spent. */
    private static String anotherStep(CellClient client) {
        return client.code(1);
    }

    /** A session that can only enrol may refresh all the same; one that has ended may not. */
    private AccessDecision session(AccessRequest accessRequest, CellClient client) {
        AccessDecision read = read(firm.me(client.held(accessRequest)));
        AccessDecision decision = read == AccessDecision.ENROLMENT_REQUIRED ? AccessDecision.ENROLMENT : read;
        int refreshed = firm.refresh(client.refreshToken(accessRequest)).status();
        assertThat(refreshed)
                .as("refresh of %s", accessRequest)
                .isEqualTo(decision == AccessDecision.REFUSED ? 401 : 200);
        return decision;
    }

    private static AccessDecision read(Answer answer) {
        AccessDecision named = Map.of(
                        "login-off", AccessDecision.LOGIN_OFF,
                        "enrolment-required", AccessDecision.ENROLMENT_REQUIRED)
                .get(answer.code());
        if (named != null) {
            assertThat(answer.status()).isEqualTo(403);
            return named;
        }
        if (answer.status() >= 400) {
            assertThat(UNKNOWN_OR_DEAD).as(answer.text()).contains(answer.status());
            return AccessDecision.REFUSED;
        }
        return switch (answer.text("/status")) {
            case "TOTP_REQUIRED" -> AccessDecision.CODE;
            case "ENROLMENT_REQUIRED" -> AccessDecision.ENROLMENT;
            default -> AccessDecision.GRANTED;
        };
    }
}
