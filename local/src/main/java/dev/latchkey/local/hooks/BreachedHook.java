package dev.latchkey.local.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.latchkey.local.http.Reply;
import dev.latchkey.local.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A range service as Pwned Passwords is one, and the passwords that it knows: none, until it is told some. With the header
 * {@code Add-Padding} it fills its answer with made-up lines up to 800 to 1,000, whose count is 0; the real one does so too.
 */
final class BreachedHook {
    static final String RANGE = "/breached/range/";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final Pattern PREFIX = Pattern.compile("[0-9A-F]{5}");
    private static final int SUFFIX_DIGITS = 35;
    private static final int FEWEST_LINES = 800;
    private static final int MOST_LINES = 1_000;

    private volatile List<String> passwords = List.of();

    Reply tell(Request request) {
        ArrayNode known = HookJson.MAPPER.createArrayNode();
        passwords.forEach(known::add);
        return HookJson.reply(HookJson.MAPPER.createObjectNode().set("passwords", known));
    }

    /** From now on it knows these and no others. */
    Reply set(Request request) {
        JsonNode given = HookJson.object(request, Set.of("passwords")).path("passwords");
        if (!given.isArray() || !given.valueStream().allMatch(JsonNode::isTextual)) {
            throw HookProblem.invalid("the field passwords must be a list of strings");
        }
        passwords = given.valueStream().map(JsonNode::asText).toList();
        return tell(request);
    }

    Reply range(Request request) {
        String prefix = request.path()
                .substring(request.path().indexOf(RANGE) + RANGE.length())
                .toUpperCase(Locale.ROOT);
        if (!PREFIX.matcher(prefix).matches()) {
            return Reply.of(400, "text/plain", "The hash prefix was not in a valid format");
        }
        Map<String, Integer> counts = new TreeMap<>();
        passwords.stream()
                .map(BreachedHook::sha1)
                .filter(hash -> hash.startsWith(prefix))
                .forEach(hash -> counts.merge(hash.substring(prefix.length()), 1, Integer::sum));
        if ("true".equals(request.header("add-padding"))) {
            pad(counts);
        }
        String lines = counts.entrySet().stream()
                .map(line -> line.getKey() + ":" + line.getValue())
                .collect(Collectors.joining("\r\n"));
        return Reply.of(200, "text/plain", lines);
    }

    private static void pad(Map<String, Integer> counts) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int lines = random.nextInt(FEWEST_LINES, MOST_LINES + 1);
        byte[] made = new byte[(SUFFIX_DIGITS + 1) / 2];
        while (counts.size() < lines) {
            random.nextBytes(made);
            counts.putIfAbsent(HEX.formatHex(made).substring(1), 0);
        }
    }

    private static String sha1(String password) {
        try {
            return HEX.formatHex(MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
