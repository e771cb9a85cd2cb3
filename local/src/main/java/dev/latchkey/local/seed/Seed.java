package dev.latchkey.local.seed;

import java.util.List;

/**
 * The firms and contacts that are there at the start. None has an account: those come about as they do for real
 * clients.
 */
public final class Seed {

    /** A firm and its contacts. */
    public record Firm(String id, String name, String plan, List<Contact> contacts) {}

    /** A contact; the address may be shared with another one, or missing. */
    public record Contact(String id, String type, String name, List<String> emails) {}

    private static final String PERSON = "PERSON";

    public static final List<Firm> FIRMS = List.of(
            new Firm(
                    "acme",
                    "Acme Accounting",
                    "ENTERPRISE",
                    List.of(
                            contact("c1", PERSON, "Carla One", "c1@example.com"),
                            contact("o1", "ORGANIZATION", "One Orchards Ltd", "c1@example.com"),
                            contact("c2", PERSON, "Conrad Two", "c2@example.com"),
                            contact("c4", PERSON, "Cleo Four", "c4@example.com", "c4.work@example.com"),
                            contact("c0", PERSON, "Cyril Zero"),
                            contact("g1", "CLIENT_GROUP", "The One Family"))),
            new Firm(
                    "birch",
                    "Birch & Partners",
                    "BUSINESS",
                    List.of(
                            contact("c1", PERSON, "Carla One", "c1@example.com"),
                            contact("b2", PERSON, "Bela Two", "b2@example.com"))),
            new Firm(
                    "cedar",
                    "Cedar Bookkeeping",
                    "TEAM",
                    List.of(
                            contact("d1", PERSON, "Dora One", "d1@example.com"),
                            contact("d2", PERSON, "Dirk Two", "d2@example.com"))));

    private Seed() {}

    private static Contact contact(String id, String type, String name, String... emails) {
        return new Contact(id, type, name, List.of(emails));
    }
}
