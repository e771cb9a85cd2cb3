package dev.latchkey.acceptance;

import dev.latchkey.crypto.Argon2Cost;
import dev.latchkey.crypto.HashingConcurrency;
import dev.latchkey.functions.WorkLimits;
import dev.latchkey.local.LocalServer;
import dev.latchkey.local.LocalSettings;
import dev.latchkey.local.Root;
import dev.latchkey.store.CallLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * The local servers of a test process. A test class takes one of each kind that it asks for, has it for itself until its last
 * test is over, and leaves it to the next: so classes run side by side, and none meets another's clock, faults or counts.
 */
final class Worlds {

    private static final Map<Kind, Deque<World>> FREE = new ConcurrentHashMap<>();
    private static final ThreadLocal<Map<Kind, World>> TAKEN = ThreadLocal.withInitial(HashMap::new);

    /**
     * What differs between servers.
     *
     * @param settings by the variables of {@code make run}
     * @param limits of hashing and of calls
     */
    record Kind(Map<String, String> settings, WorkLimits limits) {

        /** A busy machine is no outage. */
        private static final CallLimits PATIENT = new CallLimits(
                Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(20));

        /**
         * Hashes cost what they cost in the cloud. Calls have time: there an instance has one request at a time, here hundreds
         * share a machine with the table.
         */
        static final Kind HASHING_AS_DEPLOYED = new Kind(
                Map.of(),
                new WorkLimits(
                        WorkLimits.OF_FUNCTIONS.hash(), WorkLimits.OF_FUNCTIONS.turns(), PATIENT, PATIENT.call()));

        private static final Argon2Cost CHEAP = new Argon2Cost(64, 1, 1);
        private static final HashingConcurrency TURNS = new HashingConcurrency(4, Duration.ofSeconds(10));

        /** Hashes cost next to nothing, and calls have time. */
        static final Kind USUAL = new Kind(Map.of(), new WorkLimits(CHEAP, TURNS, PATIENT, PATIENT.call()));

        /** Hashes cost next to nothing; whoever hangs is given up as early as in the cloud. */
        static final Kind IMPATIENT = new Kind(
                Map.of(),
                new WorkLimits(CHEAP, TURNS, CallLimits.OF_FUNCTIONS, WorkLimits.OF_FUNCTIONS.breachedPasswords()));

        Kind with(Map<String, String> other) {
            return new Kind(other, limits);
        }

        Kind with(HashingConcurrency other) {
            return new Kind(settings, new WorkLimits(limits.hash(), other, limits.calls(), limits.breachedPasswords()));
        }
    }

    private Worlds() {}

    /** The one of this kind that the running class has, or has from now on. */
    static World take(Kind kind) {
        World world = TAKEN.get().computeIfAbsent(kind, Worlds::freeOrNew);
        world.logs().use();
        return world;
    }

    /** Undoes what the test that has just ended did to clocks and faults. */
    static void restore() {
        TAKEN.get().values().forEach(World::restore);
    }

    /** The running class is through with its servers. */
    static void leave() {
        TAKEN.get().forEach((kind, world) -> queue(kind).addLast(world));
        TAKEN.remove();
    }

    private static World freeOrNew(Kind kind) {
        World world = queue(kind).pollFirst();
        return world == null ? start(kind) : world;
    }

    private static World start(Kind kind) {
        Map<String, String> environment = new HashMap<>(kind.settings());
        environment.put("PORT", "0");
        environment.put("AWS_LOCAL_PORT", "0");
        Emulated.endpoint()
                .filter(_ -> !kind.settings().containsKey("AWS_ENDPOINT_URL"))
                .ifPresent(endpoint -> {
                    environment.put("AWS_ENDPOINT_URL", endpoint);
                    environment.put("AWS_ACCESS_KEY_ID", Emulated.newAccount());
                });
        Logs.Book book = new Logs.Book();
        try {
            LocalServer server =
                    LocalServer.start(LocalSettings.from(environment), book.kept(Root.handlers(kind.limits())));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return new World(server, kind.limits(), book);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Deque<World> queue(Kind kind) {
        return FREE.computeIfAbsent(kind, _ -> new ConcurrentLinkedDeque<>());
    }
}
