package dev.latchkey.acceptance;

import dev.latchkey.functions.account.LogInFunction;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Logs in from whatever source: the real function on the real table, given the events that the gateway would give it. */
final class Guesser {

    private final TestFirm firm;
    private final LogInFunction function;

    Guesser(World world, TestFirm firm) {
        this.firm = firm;
        this.function = new LogInFunction(world.instance("LogInFunction", world.aws()));
    }

    Answer logIn(String source, @Nullable String device, String email, String password) {
        Map<String, String> body = new HashMap<>(Map.of("email", email, "password", password));
        if (device != null) {
            body.put("deviceSecret", device);
        }
        return Instance.send(function, "POST", Map.of("firmId", firm.id()), Map.of(), body, source);
    }
}
