package dev.latchkey.password;

import dev.latchkey.contact.Email;
import dev.latchkey.firm.Firm;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an attacker of this client would guess first: the product's name, the firm's name, the client's address and
 * its local part, and the words of each, from four characters on. Separators and letter case don't count.
 *
 * @param words the longest first
 */
record ContextWords(String address, List<String> words) {

    private static final String PRODUCT = "latchkey";
    private static final int SHORTEST = 4;

    /** Other symbols, such as emoji, count as chosen characters. */
    private static final Pattern SEPARATORS = Pattern.compile("[\\p{P}\\p{Z}\\p{Sm}\\p{Sc}\\p{Sk}\\p{Cc}\\p{Cf}]+");

    static ContextWords of(Firm firm, Email email) {
        String address = email.lookup();
        String localPart = address.substring(0, address.indexOf('@'));
        List<String> words = Stream.of(PRODUCT, TextFolding.fold(firm.name()), address, localPart)
                .flatMap(ContextWords::wholeAndParts)
                .filter(word -> word.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        return new ContextWords(squeezed(address), words);
    }

    /**
     * Whether a text in lower case is little more than these words: if it holds the whole address, if at least half of it is
     * made of them, or if the rest is in itself too common. A word within a good passphrase does no harm.
     */
    boolean shape(String text, CommonPasswords common, double enoughGuesses) {
        String squeezed = squeezed(text);
        String rest = words.stream().reduce(squeezed, (left, word) -> left.replace(word, ""));
        if (rest.length() == squeezed.length()) {
            return false;
        }
        return squeezed.contains(address)
                || 2 * rest.length() <= squeezed.length()
                || common.include(rest, enoughGuesses);
    }

    private static Stream<String> wholeAndParts(String name) {
        return Stream.concat(Stream.of(squeezed(name)), Arrays.stream(SEPARATORS.split(name)));
    }

    private static String squeezed(String text) {
        return SEPARATORS.matcher(text).replaceAll("");
    }
}
