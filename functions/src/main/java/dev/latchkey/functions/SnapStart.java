package dev.latchkey.functions;

import java.util.Map;

/** Whether the platform started this instance to take a snapshot of it, according to the environment. */
public final class SnapStart {

    private SnapStart() {}

    public static boolean isOn(Map<String, String> environment) {
        return "snap-start".equals(environment.get("AWS_LAMBDA_INITIALIZATION_TYPE"));
    }
}
