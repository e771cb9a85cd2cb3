package dev.latchkey.account;

import dev.latchkey.contact.Email;
import dev.latchkey.firm.Firm;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What somebody who knows the client tries first: the firm's name and the longer words in it, the address and its local
 * part, the product's name. Compared by letters and digits alone, in any case.
 *
 * @param words longest first
 */
record ContextWords(List<String> words) {

    private static final int SHORTEST = 4;

    static ContextWords of(Firm firm, Email address) {
        String mail = address.address();
        Stream<String> known = Stream.of(firm.name(), mail, mail.substring(0, mail.indexOf('@')), "Latchkey");
        Stream<String> named = Arrays.stream(firm.name().split("[^\\p{L}\\p{N}]+", -1));
        return new ContextWords(Stream.concat(known, named)
                .map(ContextWords::plain)
                .filter(word -> word.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    /** Whether they are half of the password or more. That it has one of them among others is no harm. */
    boolean makeUp(String password) {
        String plain = plain(password);
        String rest = plain;
        for (String word : words) {
            rest = rest.replace(word, " ");
        }
        int known = plain.length() - rest.replace(" ", "").length();
        return known > 0 && 2 * known >= plain.length();
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
