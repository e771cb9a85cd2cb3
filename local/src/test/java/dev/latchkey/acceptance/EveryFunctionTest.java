package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every function that answers callers, asked what it would answer with success, if it were not for one thing: its body is
 * too large or of another type, nothing that it needs is there, or what is there makes no sense. Nothing of it is used up.
 */
class EveryFunctionTest {

    private static final URI NOBODY = URI.create("http://127.0.0.1:9");
    private static final World WORLD = World.get();
    private static final List<Asking> ASKING = new ArrayList<>();

    /** Of each function an event that succeeds, with a body if it can; the default route takes and needs nothing. */
    @BeforeAll
    static void events() throws IOException {
        Map<String, Asking> chosen = new TreeMap<>();
        for (EventFile file : EventFile.all()) {
            int status = Api.JSON.readTree(file.expectation()).path("status").asInt();
            if (status >= 200 && status < 300) {
                chosen.merge(file.function(), Asking.of(file), (one, other) -> one.hasBody() ? one : other);
            }
        }
        chosen.remove("DefaultRouteFunction");
        for (Asking asking : chosen.values()) {
            ASKING.add(asking.filled(WORLD));
        }
        assertThat(ASKING).hasSizeGreaterThan(30);
        assertThat(withBody()).hasSizeGreaterThan(20);
    }

    private static List<Asking> withBody() {
        return ASKING.stream().filter(Asking::hasBody).toList();
    }

    @Test
    void aBodyOfMoreThanSixteenKilobytes_isTooLarge_howeverGoodItIs() throws Exception {
        for (Asking asking : withBody()) {
            asking.withBlanks(16 * 1024).isRefused(WORLD, WORLD.aws(), "payload-too-large");
        }
    }

    @Test
    void aBodyThatIsDeclaredAsSomethingElse_isOfTheWrongType() throws Exception {
        for (Asking asking : withBody()) {
            asking.withType("text/plain").isRefused(WORLD, WORLD.aws(), "unsupported-media-type");
        }
    }

    @Test
    void whileNothingAnswers_itIsAnOutage_withATimeToRetry() throws Exception {
        allRefused(NOBODY, "service-unavailable");
    }

    @Test
    void whileWhatAnswersMakesNoSense_itIsAPlainFault_andNothingOfItShows() throws Exception {
        try (BrokenAws broken = new BrokenAws()) {
            allRefused(broken.uri(), "internal-error");
        }
    }

    private static void allRefused(URI aws, String code) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (Asking asking : ASKING) {
                all.add(threads.submit(() -> {
                    asking.isRefused(WORLD, aws, code);
                    return code;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
    }
}
