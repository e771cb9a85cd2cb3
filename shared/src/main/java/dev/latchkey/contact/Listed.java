package dev.latchkey.contact;

/** A contact as it is listed with an address that it has. */
public record Listed(Standing standing, ContactType type, String name) {

    /** The same under another generation. */
    public Listed renewed(String generation) {
        return new Listed(new Standing(standing.contact(), generation, standing.subject()), type, name);
    }
}
