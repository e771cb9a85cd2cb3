package dev.latchkey.local;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What has been started so far, to be closed in the opposite order: at the end, or when a later part fails to start.
 */
final class Opened implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception unclosed) {
                System.err.println("latchkey: not closed cleanly: " + unclosed);
            }
        }
    }
}
