package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.SnapshotHook;
import dev.latchkey.functions.audit.ListAuditEventsFunction;
import dev.latchkey.functions.discovery.GetJwksFunction;
import dev.latchkey.functions.discovery.GetOpenIdConfigurationFunction;
import dev.latchkey.functions.session.GetMeFunction;
import dev.latchkey.functions.settings.GetPortalFunction;
import dev.latchkey.local.lambda.LocalFunction;
import dev.latchkey.local.template.SamFunction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.crac.Core;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a function does around its snapshot. That the platform runs the hooks, {@code make bench-cold} shows. */
class SnapshotTest {

    /** They ask for nothing, so there is nothing to refuse. */
    private static final Set<String> PUBLISHING =
            Set.of(GetJwksFunction.class.getName(), GetOpenIdConfigurationFunction.class.getName());

    private final World world = World.get();
    private final Tap tap = new Tap(world.aws());

    static List<SamFunction> functions() {
        return World.get().server().template().functions();
    }

    @AfterEach
    void close() {
        tap.close();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void beforeItsSnapshot_everyFunctionIsPrimed_andNoneCallsAnybody_butWhatHasNothingToRefuseAnswers(
            SamFunction function) {
        String handler = function.handlerClass();
        int logged = world.logs().length();
        new SnapshotHook(world.instance(function.id(), tap.uri()), handler).beforeCheckpoint(Core.getGlobalContext());
        assertThat(world.logs().since(logged))
                .contains("\"message\":\"snapshot_primed\"", handler)
                .doesNotContain("snapshot_not_primed", "sys_crash", "dependency_unavailable");
        assertThat(Set.copyOf(tap.passed())).isEqualTo(expected(handler));
    }

    private static Set<String> expected(String handler) {
        if (handler.equals(GetPortalFunction.class.getName())) {
            return Set.of("GetItem");
        }
        return PUBLISHING.contains(handler) ? Set.of("GetPublicKey") : Set.of();
    }

    @Test
    void whatCannotBePrimed_isAnErrorInTheLog_andNoneForThePlatform() {
        int logged = world.logs().length();
        Latchkey latchkey = world.instance("GetMeFunction", tap.uri());
        SnapshotHook hook = new SnapshotHook(latchkey, "dev.latchkey.functions.NoFunction");
        assertThatCode(() -> hook.beforeCheckpoint(Core.getGlobalContext())).doesNotThrowAnyException();
        assertThat(world.logs().since(logged))
                .contains("\"level\":\"ERROR\",\"message\":\"snapshot_not_primed\"", "ClassNotFoundException")
                .doesNotContain("snapshot_primed");
    }

    @Test
    void publishedKeys_areFetchedAnewAfterASnapshot() throws Exception {
        Latchkey latchkey = world.instance("GetJwksFunction", tap.uri());
        LocalFunction function = function(new GetJwksFunction(latchkey));
        int keys = calls(function, "GetJwksFunction/get.json", "GetPublicKey");
        assertThat(keys).isPositive();
        assertThat(calls(function, "GetJwksFunction/get.json", "GetPublicKey")).isEqualTo(keys);
        wake(latchkey);
        assertThat(calls(function, "GetJwksFunction/get.json", "GetPublicKey")).isEqualTo(2 * keys);
    }

    @Test
    void theKeyThatASessionIsVerifiedWith_isFetchedAnewAfterASnapshot() throws Exception {
        Latchkey latchkey = world.instance("GetMeFunction", tap.uri());
        LocalFunction function = function(new GetMeFunction(latchkey));
        assertThat(calls(function, "GetMeFunction/me.json", "GetPublicKey")).isEqualTo(1);
        assertThat(calls(function, "GetMeFunction/me.json", "GetPublicKey")).isEqualTo(1);
        wake(latchkey);
        assertThat(calls(function, "GetMeFunction/me.json", "GetPublicKey")).isEqualTo(2);
    }

    @Test
    void theKeyThatCursorsAreSealedWith_isDerivedAnewAfterASnapshot() throws Exception {
        Latchkey latchkey = world.instance("ListAuditEventsFunction", tap.uri());
        LocalFunction function = function(new ListAuditEventsFunction(latchkey));
        assertThat(calls(function, "ListAuditEventsFunction/next-part.json", "GenerateMac"))
                .isEqualTo(1);
        assertThat(calls(function, "ListAuditEventsFunction/next-part.json", "GenerateMac"))
                .isEqualTo(1);
        wake(latchkey);
        assertThat(calls(function, "ListAuditEventsFunction/next-part.json", "GenerateMac"))
                .isEqualTo(2);
    }

    private static void wake(Latchkey latchkey) {
        new SnapshotHook(latchkey, "").afterRestore(Core.getGlobalContext());
    }

    private static LocalFunction function(RequestStreamHandler handler) {
        return new LocalFunction("snapshot", handler, Duration.ofSeconds(25));
    }

    /** Invokes it, and tells how often it has made such a call by now. */
    private int calls(LocalFunction function, String event, String call) throws Exception {
        byte[] sent = new EventTokens(world).fill(new EventFile(event).text()).getBytes(StandardCharsets.UTF_8);
        String reply = new String(function.invoke(sent), StandardCharsets.UTF_8);
        assertThat(reply).contains("\"statusCode\":200");
        return Collections.frequency(tap.passed(), call);
    }
}
