package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.firm.Credential;
import dev.latchkey.firm.Passage;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tries what a {@link CellClient} holds, over HTTP, and says how far it gets. */
record CellTrial(TestFirm firm) {

    /** What is tried later is not ended by what is tried before. */
    static final List<Credential> ORDER = List.of(
            Credential.LOGIN_SESSION,
            Credential.LOGIN_SESSION_WITH_CODE,
            Credential.SIGN_IN_SESSION,
            Credential.SIGN_IN_SESSION_WITH_CODE,
            Credential.REQUEST_SESSION,
            Credential.REQUEST_SESSION_WITH_CODE,
            Credential.SIGN_IN_LINK,
            Credential.REQUEST_LINK,
            Credential.LINK_BEFORE_CODE,
            Credential.LOGIN_BEFORE_CODE,
            Credential.PASSWORD,
            Credential.LOGIN_BEFORE_ENROLMENT,
            Credential.SET_UP_LINK,
            Credential.RESET_LINK,
            Credential.SIGN_UP,
            Credential.FORGOTTEN_PASSWORD,
            Credential.SIGN_IN_LINK_ASKED);

    private static final Set<Integer> UNKNOWN_OR_DEAD = Set.of(401, 404, 410);

    Passage of(Credential credential, CellClient client) {
        Portal portal = new Portal(firm);
        SecondFactor codes = new SecondFactor(firm);
        String held = client.held(credential);
        return switch (credential) {
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
                    REQUEST_SESSION_WITH_CODE -> session(credential, client);
        };
    }

    /** The app's code of the step after this one, which the one before has not spent. */
    private static String anotherStep(CellClient client) {
        return client.code(1);
    }

    /** A session that can only enrol may refresh all the same; one that has ended may not. */
    private Passage session(Credential credential, CellClient client) {
        Passage read = read(firm.me(client.held(credential)));
        Passage passage = read == Passage.ENROLMENT_REQUIRED ? Passage.ENROLMENT : read;
        int refreshed = firm.refresh(client.refreshToken(credential)).status();
        assertThat(refreshed).as("refresh of %s", credential).isEqualTo(passage == Passage.REFUSED ? 401 : 200);
        return passage;
    }

    private static Passage read(Answer answer) {
        Passage named = Map.of(
                        "login-off", Passage.LOGIN_OFF,
                        "enrolment-required", Passage.ENROLMENT_REQUIRED)
                .get(answer.code());
        if (named != null) {
            assertThat(answer.status()).isEqualTo(403);
            return named;
        }
        if (answer.status() >= 400) {
            assertThat(UNKNOWN_OR_DEAD).as(answer.text()).contains(answer.status());
            return Passage.REFUSED;
        }
        return switch (answer.text("/status")) {
            case "TOTP_REQUIRED" -> Passage.CODE;
            case "ENROLMENT_REQUIRED" -> Passage.ENROLMENT;
            default -> Passage.GRANTED;
        };
    }
}
