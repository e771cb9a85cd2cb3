package dev.latchkey.local.template;

/**
 * A route of the HTTP API. The method {@value #ANY} takes every method; the path {@value #DEFAULT} takes whatever no
 * other route takes.
 */
public record Route(String functionId, String method, String path) implements Trigger {
    public static final String ANY = "ANY";
    public static final String DEFAULT = "$default";

    public boolean isDefault() {
        return path.equals(DEFAULT);
    }

    /** As it stands in the event's {@code routeKey}. */
    public String key() {
        return isDefault() ? DEFAULT : method + " " + path;
    }
}
