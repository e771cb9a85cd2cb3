package dev.latchkey.contact;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The standings of an address, ordered by contact. A link, and what it opened, lives as long as one of its own still
 * stands.
 */
public record Standings(List<Standing> all) {

    public Standings {
        all = all.stream().sorted(Comparator.comparing(Standing::text)).toList();
    }

    public static Standings none() {
        return new Standings(List.of());
    }

    public static Standings of(Standing one) {
        return new Standings(List.of(one));
    }

    /** Reads what {@link #texts} wrote. */
    public static Standings read(Set<String> texts) {
        return new Standings(texts.stream().map(Standing::read).toList());
    }

    public Set<String> texts() {
        return all.stream().map(Standing::text).collect(Collectors.toSet());
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Those of these that are among the others. */
    public Standings within(Standings others) {
        return new Standings(all.stream().filter(others.all::contains).toList());
    }

    /** The one that a transaction checks. */
    public Standing first() {
        return all.getFirst();
    }

    public List<ContactId> contacts() {
        return all.stream().map(Standing::contact).distinct().toList();
    }
}
