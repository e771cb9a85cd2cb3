package dev.latchkey.local.events;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far each function has followed each shard. Kept beside a database that is kept on disk: without it every
 * restart would send a day's mail again. A crash may repeat the last batch, as it may in the cloud.
 */
final class Positions {
    /** Sequence numbers of one shard, the earlier first. */
    static final Comparator<String> ORDER = Comparator.comparing(BigInteger::new);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final @Nullable Path file;
    private final Map<String, String> sequenceNumbers;

    Positions(@Nullable Path dataDirectory) {
        this.file = dataDirectory == null ? null : dataDirectory.resolve("stream-positions.json");
        this.sequenceNumbers = file != null && Files.exists(file) ? read(file) : new TreeMap<>();
    }

    synchronized @Nullable String of(String function, String shard) {
        return sequenceNumbers.get(function + "/" + shard);
    }

    /** The one of these functions that is behind the others; {@code null} where one is at the beginning. */
    synchronized @Nullable String least(List<String> functions, String shard) {
        String least = null;
        for (String function : functions) {
            String passed = of(function, shard);
            if (passed == null) {
                return null;
            }
            least = least == null || ORDER.compare(passed, least) < 0 ? passed : least;
        }
        return least;
    }

    synchronized void passed(String function, String shard, String sequenceNumber) {
        sequenceNumbers.put(function + "/" + shard, sequenceNumber);
        if (file != null) {
            write(file);
        }
    }

    private void write(Path target) {
        try {
            Path next = target.resolveSibling(target.getFileName() + ".next");
            Files.write(next, JSON.writeValueAsBytes(sequenceNumbers));
            Files.move(next, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Map<String, String> read(Path file) {
        try {
            return JSON.readValue(Files.readAllBytes(file), new TypeReference<TreeMap<String, String>>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
