package dev.latchkey.local.http;

/** One header line. A list of these, not a map, is what a reply has: {@code Set-Cookie} may stand in it twice. */
public record Header(String name, String value) {

    public boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }
}
