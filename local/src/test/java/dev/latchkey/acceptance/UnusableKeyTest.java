package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.crypto.SigningAlgorithm;
import dev.latchkey.crypto.SigningKey;
import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.WorkLimits;
import dev.latchkey.functions.discovery.GetJwksFunction;
import dev.latchkey.functions.session.GetMeFunction;
import dev.latchkey.local.aws.Clients;
import dev.latchkey.local.lambda.LocalFunction;
import dev.latchkey.local.template.Deployed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;

/** A signing key that can't be used takes nothing down but itself. */
class UnusableKeyTest {

    private static final String ANYBODY = "local";
    private static final String COUNTED = "UnusableSigningKeys";

    private final World world = World.impatient();
    private final KmsClient kms = Clients.kms(world.aws());

    @ParameterizedTest
    @ValueSource(strings = {"disabled", "to be deleted", "gone", "of another kind"})
    void oneAmongOthers_isLeftOut_andTheRestIsPublished(String how) throws Throwable {
        String good = key(KeySpec.RSA_2048, KeyUsageType.SIGN_VERIFY);
        List<String> expected = kids(instance("GetJwksFunction", ANYBODY, Map.of("OTHER_SIGNING_KEYS", good)));
        String others = unusable(how) + "," + good;
        isPublishedWithAWordInTheLog(
                instance("GetJwksFunction", ANYBODY, Map.of("OTHER_SIGNING_KEYS", others)), expected);
    }

    /** The function's own policy allows it the keys that the template was given, and no other. */
    @Test
    void oneThatTheFunctionIsDenied_isLeftOut_andTheRestIsPublished() throws Throwable {
        String denied = key(KeySpec.RSA_2048, KeyUsageType.SIGN_VERIFY);
        List<String> expected = kids(instance("GetJwksFunction", ANYBODY, Map.of()));
        isPublishedWithAWordInTheLog(
                instance("GetJwksFunction", "GetJwksFunction", Map.of("OTHER_SIGNING_KEYS", denied)), expected);
    }

    private static void isPublishedWithAWordInTheLog(Latchkey latchkey, List<String> expected) throws Throwable {
        String logged = Logs.during(() -> assertThat(kids(latchkey)).isEqualTo(expected));
        assertThat(logged.lines())
                .anyMatch(Objects.requireNonNull(Deployed.logPatterns().get(COUNTED))::matches);
    }

    @Test
    void oneThatCannotBeUsed_costsACallAMinute_andItsTokensAreRefused() throws Exception {
        String bad = unusable("disabled");
        TestFirm firm = world.firm().contact("c1", 1, TestFirm.address());
        Answer session = firm.redeem(firm.mailed("c1", "r1").token(), TestFirm.device());
        Latchkey latchkey = instance("GetMeFunction", ANYBODY, Map.of("OTHER_SIGNING_KEYS", bad));
        LocalFunction me = function(new GetMeFunction(latchkey));
        assertThat(me(me, session.text("/accessToken")).path("statusCode").asInt())
                .isEqualTo(200);
        String token = naming(new SigningKey(bad, SigningAlgorithm.RS256).kid(), session.text("/accessToken"));
        int before = fetched();
        for (int i = 0; i < 3; i++) {
            assertThat(me(me, token).path("statusCode").asInt()).isEqualTo(401);
        }
        assertThat(fetched()).isEqualTo(before + 1);
        world.clock(61);
        assertThat(me(me, token).path("statusCode").asInt()).isEqualTo(401);
        assertThat(fetched()).isEqualTo(before + 2);
    }

    /** Whoever disables a key wants its tokens refused; that it once was good is no reason to go on. */
    @Test
    void oneThatIsDisabledAfterItWasFetched_isLeftOutFromTheNextFetchOn() throws Exception {
        String other = key(KeySpec.RSA_2048, KeyUsageType.SIGN_VERIFY);
        Latchkey latchkey = instance("GetJwksFunction", ANYBODY, Map.of("OTHER_SIGNING_KEYS", other));
        List<String> kids = kids(latchkey);
        assertThat(kids).hasSize(2);
        kms.disableKey(disable -> disable.keyId(other));
        world.clock(3_700);
        assertThat(kids(latchkey)).containsExactly(kids.getFirst());
    }

    @Test
    void withoutTheCurrentOne_thereIsAnHonest503() throws Exception {
        Latchkey latchkey = instance("GetJwksFunction", ANYBODY, Map.of("SIGNING_KEY", unusable("disabled")));
        assertThat(jwks(latchkey).path("statusCode").asInt()).isEqualTo(503);
    }

    @Test
    void whileKmsIsAway_whatWasFetchedGoesOnServing_andIsFetchedAgainAfterAMinute() throws Exception {
        String good = key(KeySpec.RSA_2048, KeyUsageType.SIGN_VERIFY);
        Latchkey latchkey = instance("GetJwksFunction", ANYBODY, Map.of("OTHER_SIGNING_KEYS", good));
        List<String> kids = kids(latchkey);
        assertThat(kids).hasSize(2);
        world.clock(3_700);
        world.fault("kms", "GetPublicKey", "KMSInternalException", 50, "before");
        assertThat(kids(latchkey)).isEqualTo(kids);
        int asked = fetched();
        assertThat(kids(latchkey)).isEqualTo(kids);
        assertThat(fetched()).isEqualTo(asked);
        world.noFaults();
        world.clock(3_762);
        assertThat(kids(latchkey)).isEqualTo(kids);
        assertThat(fetched()).isEqualTo(asked + 2);
    }

    /** Whoever keeps a list without a key that is good would refuse its tokens. */
    @Test
    void whileKmsIsAway_aKeyThatWasNeverFetched_isAn503_andNotLeftOut() throws Exception {
        String good = key(KeySpec.RSA_2048, KeyUsageType.SIGN_VERIFY);
        Latchkey latchkey = instance("GetJwksFunction", ANYBODY, Map.of("OTHER_SIGNING_KEYS", good));
        world.fault("kms", "GetPublicKey", "KMSInternalException", 50, "before");
        assertThat(jwks(latchkey).path("statusCode").asInt()).isEqualTo(503);
        world.noFaults();
        assertThat(kids(latchkey)).hasSize(2);
    }

    private Latchkey instance(String function, String caller, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(world.environment(function));
        environment.put("AWS_ACCESS_KEY_ID", caller);
        environment.putAll(more);
        return new Latchkey(environment, world.server().clock(), WorkLimits.OF_FUNCTIONS);
    }

    private String unusable(String how) {
        return switch (how) {
            case "disabled" -> {
                String arn = key(KeySpec.RSA_2048, KeyUsageType.SIGN_VERIFY);
                kms.disableKey(disable -> disable.keyId(arn));
                yield arn;
            }
            case "to be deleted" -> {
                String arn = key(KeySpec.RSA_2048, KeyUsageType.SIGN_VERIFY);
                kms.scheduleKeyDeletion(delete -> delete.keyId(arn).pendingWindowInDays(7));
                yield arn;
            }
            case "of another kind" -> key(KeySpec.SYMMETRIC_DEFAULT, KeyUsageType.ENCRYPT_DECRYPT);
            default ->
                key(KeySpec.RSA_2048, KeyUsageType.SIGN_VERIFY)
                        .replaceFirst("[0-9a-f-]{36}$", "00000000-0000-0000-0000-000000000000");
        };
    }

    private String key(KeySpec spec, KeyUsageType usage) {
        return kms.createKey(create -> create.keySpec(spec).keyUsage(usage))
                .keyMetadata()
                .arn();
    }

    private static String naming(String kid, String token) throws IOException {
        String[] parts = token.split("\\.", -1);
        ObjectNode header =
                (ObjectNode) Api.JSON.readTree(Base64.getUrlDecoder().decode(parts[0]));
        byte[] named = header.put("kid", kid).toString().getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(named) + "." + parts[1] + "." + parts[2];
    }

    private int fetched() {
        return world.calls().at("/kms/GetPublicKey").asInt();
    }

    private static List<String> kids(Latchkey latchkey) throws Exception {
        JsonNode reply = jwks(latchkey);
        assertThat(reply.path("statusCode").asInt()).isEqualTo(200);
        return Api.JSON.readTree(reply.path("body").asText()).findValuesAsText("kid");
    }

    private static JsonNode jwks(Latchkey latchkey) throws Exception {
        return invoke(function(new GetJwksFunction(latchkey)), new EventFile("GetJwksFunction/get.json").text());
    }

    private static JsonNode me(LocalFunction function, String token) throws Exception {
        return invoke(function, new EventFile("GetMeFunction/me.json").text().replaceAll("\\{\\{[^}]*}}", token));
    }

    private static JsonNode invoke(LocalFunction function, String event) throws Exception {
        return Api.JSON.readTree(function.invoke(event.getBytes(StandardCharsets.UTF_8)));
    }

    private static LocalFunction function(RequestStreamHandler handler) {
        return new LocalFunction("AnyFunction", handler, Duration.ofSeconds(28));
    }
}
