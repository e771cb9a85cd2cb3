package dev.latchkey.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.functions.event.MalformedEvent;
import dev.latchkey.local.lambda.FunctionFailure;
import java.io.IOException;
import java.util.Arrays;

/**
 * Whatever wakes a function: behind the gateway it answers in the contract's form, also where the event is none; those that
 * events wake take it or refuse it as unreadable. Each line of the log is one.
 */
public final class EventFuzz {

    private EventFuzz() {}

    /** Starts the service, which takes longer than any input may. */
    public static void fuzzerInitialize() {
        LiveService.get();
    }

    /** Bytes are a function's name, a line break, and the event. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        String[] parts = Foreign.lines(Foreign.text(data), 2);
        if (!FunctionNames.ALL.contains(parts[0])) {
            return;
        }
        LogLines.taken();
        byte[] event = Arrays.copyOfRange(data, Math.min(data.length, parts[0].length() + 1), data.length);
        try {
            byte[] reply = LiveService.get().invoke(parts[0], event);
            if (!FunctionNames.WOKEN.contains(parts[0])) {
                assertThat(Replies.judged(reply)).isNotEqualTo(503);
            }
        } catch (FunctionFailure failure) {
            assertThat(FunctionNames.WOKEN).contains(parts[0]);
            if (!(failure.getCause() instanceof MalformedEvent)) {
                assertThat(failure.getCause())
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("the event is not one JSON object");
            }
        }
        LogLines.taken();
    }
}
