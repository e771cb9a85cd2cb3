package dev.latchkey.local.aws.kms;

import dev.latchkey.local.aws.wire.AwsError;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All keys and aliases. Every change is on disk, if there is one, before it is answered. */
public final class KeyRing {
    private final @Nullable KeyFile file;
    private volatile Contents contents;

    /** Keys by id and ids by alias name; never changed, only replaced. */
    record Contents(Map<String, KmsKey> keys, Map<String, String> aliases) {
        static Contents empty() {
            return new Contents(Map.of(), Map.of());
        }

        Contents with(KmsKey key) {
            Map<String, KmsKey> more = new TreeMap<>(keys);
            more.put(key.id(), key);
            return new Contents(more, aliases);
        }

        Contents withAlias(String alias, String keyId) {
            Map<String, String> more = new TreeMap<>(aliases);
            more.put(alias, keyId);
            return new Contents(keys, more);
        }
    }

    private KeyRing(@Nullable KeyFile file, Contents contents) {
        this.file = file;
        this.contents = contents;
    }

    /** The keys kept in the directory, and new ones in the place of well-known ones it lacks. Refuses a file that can't be read. */
    public static KeyRing open(@Nullable Path directory, InstantSource clock) throws IOException {
        if (directory == null) {
            return new KeyRing(null, WellKnownKeys.generate(clock.instant()));
        }
        var file = new KeyFile(directory.resolve("kms-keys.json"));
        Contents kept = file.read().orElseGet(Contents::empty);
        Contents whole = WellKnownKeys.complete(kept, clock.instant());
        if (!whole.equals(kept)) {
            file.write(whole);
        }
        return new KeyRing(file, whole);
    }

    Contents contents() {
        return contents;
    }

    synchronized void change(UnaryOperator<Contents> step) {
        Contents next = step.apply(contents);
        if (file != null) {
            file.write(next);
        }
        contents = next;
    }

    /** Takes an id, a key ARN, an alias name or an alias ARN. */
    KmsKey find(String name) {
        String local = name.startsWith(KmsKey.ARN_PREFIX) ? name.substring(KmsKey.ARN_PREFIX.length()) : name;
        if (local.startsWith("alias/")) {
            String id = contents.aliases().get(local);
            return byId(id == null ? "" : id, "Alias " + KmsKey.ARN_PREFIX + local + " is not found.");
        }
        String id = name.equals(local) ? local : local.replaceFirst("^key/", "");
        return byId(id, "Key '" + KmsKey.ARN_PREFIX + "key/" + id + "' does not exist");
    }

    private KmsKey byId(String id, String complaint) {
        KmsKey key = contents.keys().get(id);
        if (key == null) {
            throw new AwsError("NotFoundException", complaint);
        }
        return key;
    }

    /** The key ARN behind an alias; refuses an alias that does not exist. */
    public String arnOf(String alias) {
        try {
            return find(alias).arn();
        } catch (AwsError unknown) {
            throw new IllegalArgumentException(unknown.message(), unknown);
        }
    }
}
