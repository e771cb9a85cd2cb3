package dev.latchkey.acceptance;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.functions.account.ChangePasswordFunction;
import dev.latchkey.functions.account.LogInFunction;
import dev.latchkey.functions.account.SetUpAccountFunction;
import dev.latchkey.functions.directory.DirectorySyncFunction;
import dev.latchkey.functions.link.RedeemMagicLinkFunction;
import dev.latchkey.functions.session.GetMeFunction;
import dev.latchkey.functions.session.RefreshSessionFunction;
import dev.latchkey.functions.settings.ChangePortalSettingsFunction;
import dev.latchkey.functions.support.DeactivateAccessFunction;
import dev.latchkey.functions.support.InviteContactsFunction;
import dev.latchkey.functions.twofactor.EnrollTotpFunction;
import dev.latchkey.functions.twofactor.RemoveTotpFunction;
import dev.latchkey.functions.twofactor.RenewRecoveryCodesFunction;
import dev.latchkey.functions.twofactor.VerifyTotpFunction;
import dev.latchkey.local.lambda.FunctionFailure;
import dev.latchkey.local.lambda.LocalFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Functions of another instance than those behind the local gateway, called as the gateway would. */
final class Instance {

    private static final Duration LONGEST = Duration.ofSeconds(25);

    private final ChangePasswordFunction changePassword;
    private final ChangePortalSettingsFunction changeSettings;
    private final DeactivateAccessFunction deactivate;
    private final InviteContactsFunction inviteAll;
    private final DirectorySyncFunction directory;
    private final EnrollTotpFunction enroll;
    private final GetMeFunction me;
    private final LogInFunction logIn;
    private final RedeemMagicLinkFunction redeem;
    private final RefreshSessionFunction refresh;
    private final RemoveTotpFunction removeTotp;
    private final RenewRecoveryCodesFunction renewCodes;
    private final SetUpAccountFunction setUp;
    private final VerifyTotpFunction verify;

    /** @param aws where its calls go */
    Instance(World world, URI aws) {
        this.changePassword = new ChangePasswordFunction(world.instance("ChangePasswordFunction", aws));
        this.changeSettings = new ChangePortalSettingsFunction(world.instance("ChangePortalSettingsFunction", aws));
        this.deactivate = new DeactivateAccessFunction(world.instance("DeactivateAccessFunction", aws));
        this.inviteAll = new InviteContactsFunction(world.instance("InviteContactsFunction", aws));
        this.directory = new DirectorySyncFunction(world.instance("DirectorySyncFunction", aws));
        this.enroll = new EnrollTotpFunction(world.instance("EnrollTotpFunction", aws));
        this.renewCodes = new RenewRecoveryCodesFunction(world.instance("RenewRecoveryCodesFunction", aws));
        this.removeTotp = new RemoveTotpFunction(world.instance("RemoveTotpFunction", aws));
        this.me = new GetMeFunction(world.instance("GetMeFunction", aws));
        this.logIn = new LogInFunction(world.instance("LogInFunction", aws));
        this.redeem = new RedeemMagicLinkFunction(world.instance("RedeemMagicLinkFunction", aws));
        this.refresh = new RefreshSessionFunction(world.instance("RefreshSessionFunction", aws));
        this.setUp = new SetUpAccountFunction(world.instance("SetUpAccountFunction", aws));
        this.verify = new VerifyTotpFunction(world.instance("VerifyTotpFunction", aws));
    }

    Answer me(String accessToken) {
        return call(me, "GET", Map.of(), accessToken, null);
    }

    Answer logIn(TestFirm firm, String email, String password) {
        return call(logIn, "POST", Map.of("firmId", firm.id()), null, Map.of("email", email, "password", password));
    }

    Answer redeem(String token, String device) {
        return call(redeem, "POST", Map.of(), null, Map.of("token", token, "deviceSecret", device));
    }

    Answer refresh(String refreshToken) {
        return call(refresh, "POST", Map.of(), null, Map.of("refreshToken", refreshToken));
    }

    Answer setUp(String token, String password) {
        return call(setUp, "POST", Map.of(), null, Map.of("token", token, "password", password));
    }

    Answer verify(String bearer, String code) {
        return call(verify, "POST", Map.of(), bearer, Map.of("code", code));
    }

    Answer changePassword(String bearer, String current, String chosen) {
        return call(changePassword, "PUT", Map.of(), bearer, Map.of("currentPassword", current, "newPassword", chosen));
    }

    Answer removeTotp(String bearer, String password, String code) {
        return call(removeTotp, "DELETE", Map.of(), bearer, Map.of("password", password, "code", code));
    }

    Answer removeByRecovery(String bearer, String password, String recoveryCode) {
        return call(removeTotp, "DELETE", Map.of(), bearer, Map.of("password", password, "recoveryCode", recoveryCode));
    }

    Answer enrollByRecovery(String bearer, String password, String recoveryCode) {
        return call(enroll, "POST", Map.of(), bearer, Map.of("password", password, "recoveryCode", recoveryCode));
    }

    Answer renewByRecovery(String bearer, String recoveryCode) {
        return call(renewCodes, "POST", Map.of(), bearer, Map.of("recoveryCode", recoveryCode));
    }

    Answer deactivate(TestFirm firm, String contact, @Nullable String key) {
        Map<String, String> headers = new HashMap<>(Map.of("authorization", firm.staff("portal:support")));
        if (key != null) {
            headers.put("idempotency-key", key);
        }
        return send(deactivate, "POST", Map.of("firmId", firm.id(), "contactId", contact), headers, Map.of());
    }

    Answer inviteAll(TestFirm firm, List<String> contacts, String key) {
        Map<String, String> headers = Map.of("authorization", firm.staff("portal:support"), "idempotency-key", key);
        return send(inviteAll, "POST", Map.of("firmId", firm.id()), headers, Map.of("contactIds", contacts));
    }

    /** The directory tells of a person with this address. */
    void told(TestFirm firm, String contact, int version, String email) {
        Map<String, ?> told = Map.of(
                "id",
                "e",
                "source",
                "practice",
                "detail-type",
                "contact.upserted",
                "detail",
                Map.of(
                        "firmId",
                        firm.id(),
                        "contactId",
                        contact,
                        "version",
                        version,
                        "type",
                        "PERSON",
                        "name",
                        "Client",
                        "emails",
                        List.of(email),
                        "archived",
                        false));
        Map<String, ?> event = Map.of("Records", List.of(Map.of("messageId", "m", "body", Api.write(told))));
        try {
            new LocalFunction("Instance", directory, LONGEST)
                    .invoke(Api.write(event).getBytes(StandardCharsets.UTF_8));
        } catch (FunctionFailure | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** @param version as a number, which {@code If-Match} may carry too */
    Answer accessMode(TestFirm firm, long version, String mode) {
        Map<String, String> headers = Map.of("authorization", firm.staff("portal:admin"), "if-match", "" + version);
        return send(changeSettings, "PUT", Map.of("firmId", firm.id()), headers, Map.of("accessMode", mode));
    }

    private static Answer call(
            RequestStreamHandler function,
            String method,
            Map<String, String> path,
            @Nullable String bearer,
            @Nullable Map<String, String> body) {
        return send(
                function, method, path, bearer == null ? Map.of() : Map.of("authorization", "Bearer " + bearer), body);
    }

    static Answer send(
            RequestStreamHandler function,
            String method,
            Map<String, String> path,
            Map<String, String> headers,
            @Nullable Map<String, ?> body) {
        return send(function, method, path, headers, body, "127.0.0.1");
    }

    /** @param source the connection's address */
    static Answer send(
            RequestStreamHandler function,
            String method,
            Map<String, String> path,
            Map<String, String> headers,
            @Nullable Map<String, ?> body,
            String source) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("content-type", "application/json");
        Map<String, Object> event = Map.of(
                "version",
                "2.0",
                "rawPath",
                "/",
                "pathParameters",
                path,
                "headers",
                all,
                "requestContext",
                Map.of("requestId", "r", "http", Map.of("method", method, "sourceIp", source)),
                "body",
                body == null ? "" : Api.write(body),
                "isBase64Encoded",
                false);
        try {
            byte[] sent = Api.write(event).getBytes(StandardCharsets.UTF_8);
            JsonNode reply = Api.JSON.readTree(new LocalFunction("Instance", function, LONGEST).invoke(sent));
            String text = reply.path("body").asText();
            return new Answer(
                    reply.path("statusCode").asInt(),
                    HttpHeaders.of(Map.of(), (name, value) -> true),
                    text,
                    text.isEmpty() ? Api.JSON.createObjectNode() : Api.JSON.readTree(text));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (FunctionFailure | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
