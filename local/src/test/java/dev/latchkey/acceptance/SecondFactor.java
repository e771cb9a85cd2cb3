package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The portal's page where it asks for codes. Bearers are access tokens or challenges. */
record SecondFactor(TestFirm firm) {

    /** Somebody with an account and an app. */
    record Owner(String email, App app, List<String> recoveryCodes, Answer session) {}

    Answer enroll(String bearer) {
        return post("/v1/totp/enroll", bearer, Map.of());
    }

    Answer enroll(String bearer, String password, @Nullable String code) {
        return post("/v1/totp/enroll", bearer, proof(password, code));
    }

    Answer verify(String bearer, String code) {
        return post("/v1/totp/verify", bearer, Map.of("code", code));
    }

    Answer recover(String bearer, String recoveryCode) {
        return post("/v1/recovery-codes/verify", bearer, Map.of("recoveryCode", recoveryCode));
    }

    Answer renewCodes(Answer session, String code) {
        return post("/v1/recovery-codes", access(session), Map.of("code", code));
    }

    Answer remove(Answer session, String password, String code) {
        return api().send("DELETE", "/v1/totp", Api.write(proof(password, code)), bearer(access(session)));
    }

    Answer enrollByRecovery(String bearer, String password, String recoveryCode) {
        return post("/v1/totp/enroll", bearer, Map.of("password", password, "recoveryCode", recoveryCode));
    }

    Answer renewByRecovery(Answer session, String recoveryCode) {
        return post("/v1/recovery-codes", access(session), Map.of("recoveryCode", recoveryCode));
    }

    Answer removeByRecovery(Answer session, String password, String recoveryCode) {
        String body = Api.write(Map.of("password", password, "recoveryCode", recoveryCode));
        return api().send("DELETE", "/v1/totp", body, bearer(access(session)));
    }

    Answer changePassword(Answer session, String current, String chosen, String code) {
        String body = Api.write(Map.of("currentPassword", current, "newPassword", chosen, "code", code));
        return api().send("PUT", "/v1/password", body, bearer(access(session)));
    }

    /** Sets up an account and an app for it; by the code of the step before this, so that this one's is left. */
    Owner enrolled(String email) {
        return enrolled(email, new Portal(firm).account(email));
    }

    /** Sets up an app for the account of this session. */
    Owner enrolled(String email, Answer session) {
        Answer start = enroll(access(session), Portal.PASSWORD, null);
        assertThat(start.status()).as(start.text()).isEqualTo(200);
        App app = App.of(firm.world(), start).settled();
        Answer confirmed = verify(access(session), app.code(-1));
        assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
        return new Owner(email, app, recoveryCodes(confirmed), confirmed);
    }

    /** The same in a firm that demands an app. */
    Owner enrolledUnderDemand(String email) {
        Portal portal = new Portal(firm);
        String challenge =
                portal.setUp(portal.readySetUpToken(email), Portal.PASSWORD).text("/challenge");
        App app = App.of(firm.world(), enroll(challenge)).settled();
        Answer confirmed = verify(challenge, app.code(-1));
        assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
        return new Owner(email, app, recoveryCodes(confirmed), confirmed);
    }

    /** Logs in by password and gives the challenge. */
    String challenge(String email) {
        return challenge(email, Portal.PASSWORD);
    }

    String challenge(String email, String password) {
        Answer asked = new Portal(firm).logIn(email, password);
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        return asked.text("/challenge");
    }

    static List<String> recoveryCodes(Answer answer) {
        List<String> codes = new ArrayList<>();
        for (JsonNode code : answer.body().path("recoveryCodes")) {
            codes.add(code.asText());
        }
        return codes;
    }

    static String access(Answer session) {
        return session.text("/accessToken");
    }

    private static Map<String, String> proof(String password, @Nullable String code) {
        Map<String, String> proof = new HashMap<>(Map.of("password", password));
        if (code != null) {
            proof.put("code", code);
        }
        return proof;
    }

    private Answer post(String path, String bearer, Map<String, ?> body) {
        return api().post(path, body, bearer(bearer));
    }

    private static String[] bearer(String token) {
        return new String[] {"Authorization", "Bearer " + token};
    }

    private Api api() {
        return firm.world().api();
    }
}
