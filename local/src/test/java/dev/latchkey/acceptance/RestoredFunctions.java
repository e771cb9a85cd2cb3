package dev.latchkey.acceptance;

import dev.latchkey.functions.WorkLimits;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Functions as they are deployed once a backup was restored: with this instant as the parameter {@code NotBefore}. */
record RestoredFunctions(World world, Instant notBefore) {

    private static final String NOT_BEFORE = "NOT_BEFORE";

    Answer me(String accessToken) {
        return call("GetMeFunction", "GET", accessToken, null);
    }

    Answer sessions(String accessToken) {
        return call("ListSessionsFunction", "GET", accessToken, null);
    }

    Answer refresh(String refreshToken) {
        return call("RefreshSessionFunction", "POST", null, Map.of("refreshToken", refreshToken));
    }

    Answer inspect(String token) {
        return call("InspectMagicLinkFunction", "POST", null, Map.of("token", token));
    }

    Answer redeem(String token, String device) {
        return call("RedeemMagicLinkFunction", "POST", null, Map.of("token", token, "deviceSecret", device));
    }

    Answer redeemCode(Mail mail, String device) {
        Map<String, String> body = Map.of("linkId", mail.linkId(), "code", mail.code(), "deviceSecret", device);
        return call("RedeemMagicLinkFunction", "POST", null, body);
    }

    Answer setUp(String token) {
        return call("SetUpAccountFunction", "POST", null, Map.of("token", token, "password", Portal.PASSWORD));
    }

    Answer reset(String token) {
        return call("ResetPasswordFunction", "POST", null, Map.of("token", token, "password", Portal.OTHER));
    }

    Answer verify(String challenge, String code) {
        return call("VerifyTotpFunction", "POST", challenge, Map.of("code", code));
    }

    Answer recover(String challenge, String code) {
        return call("VerifyRecoveryCodeFunction", "POST", challenge, Map.of("recoveryCode", code));
    }

    Answer enroll(String challenge) {
        return call("EnrollTotpFunction", "POST", challenge, Map.of());
    }

    private Answer call(String name, String method, @Nullable String bearer, @Nullable Map<String, String> body) {
        if (!world.environment(name).containsKey(NOT_BEFORE)) {
            throw new IllegalStateException("the template doesn't tell the function");
        }
        return new OtherDeployment(world, Map.of(NOT_BEFORE, notBefore.toString()), WorkLimits.OF_FUNCTIONS)
                .call(name, method, bearer, body);
    }
}
