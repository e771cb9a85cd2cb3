package dev.latchkey.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fuzz.Foreign;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Headers that we look at: a bearer token is taken from one well-formed header and from nowhere else, the cookie of an
 * allowed page gives the token in it to the letter, and a preference is a number from 0 to 1.
 */
public final class HeadersFuzz {

    private static final String ORIGIN = "https://portal.example.com";
    private static final List<String> TYPES = List.of("application/json", "text/csv", "application/vnd.example");
    private static final String COOKIE = "__Host-latchkey-refresh=";

    private HeadersFuzz() {}

    /** Bytes are header lines, each a name, a colon and a value. */
    public static void fuzzerTestOneInput(byte[] data) {
        Map<String, String> headers = new LinkedHashMap<>();
        Foreign.text(data).lines().limit(20).forEach(line -> {
            int colon = line.indexOf(':');
            headers.put(
                    colon < 0 ? line : line.substring(0, colon),
                    colon < 0 ? "" : line.substring(colon + 1).strip());
        });
        Request request = Sent.headers(headers);
        bearer(request);
        cookie(request, headers.getOrDefault("cookie", ""));
        preference(request);
    }

    private static void bearer(Request request) {
        try {
            String token = Bearer.of(request);
            assertThat(token).matches("[A-Za-z0-9._~+/-]+");
            assertThat(request.headers().get("authorization"))
                    .isEqualToIgnoringCase("Bearer " + token)
                    .endsWith(token);
        } catch (ProblemException problemException) {
            Sent.assertRefused(problemException, 401);
        }
    }

    private static void cookie(Request request, String sent) {
        List<String> cookies = List.of(sent.split("; ", -1));
        Request page = new Request(
                "POST", "/", Map.of(), Map.of(), request.headers(), cookies, "", false, request.requestSource());
        try {
            String token = new RefreshCookieGuard(List.of(ORIGIN)).admit(page).text();
            assertThat(request.headers()).containsEntry("origin", ORIGIN).doesNotContainKey("authorization");
            assertThat(cookies.stream().filter(cookie -> cookie.startsWith(COOKIE)))
                    .containsExactly(COOKIE + token);
        } catch (ProblemException problemException) {
            Sent.assertRefused(problemException, 400, 401, 403);
        }
    }

    private static void preference(Request request) {
        ContentNegotiation content = ContentNegotiation.ofContent(request);
        String best = content.best(TYPES);
        assertThat(TYPES).contains(best);
        if (!best.equals(TYPES.getFirst())) {
            assertThat(request.headers().getOrDefault("accept", ""))
                    .containsPattern("(?i)" + best.substring(0, 4) + "|\\*/");
        }
        if (ContentNegotiation.ofCodings(request).takes("gzip")) {
            assertThat(request.headers().getOrDefault("accept-encoding", "")).containsPattern("(?i)gzip|\\*");
        }
    }
}
