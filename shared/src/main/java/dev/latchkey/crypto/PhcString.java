package dev.latchkey.crypto;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Argon2id hash as it is stored: a PHC string, {@code $argon2id$v=19$m=…,t=…,p=…$salt$tag}, in the standard base64
 * alphabet without padding. Only this service writes them. A string in another form (another variant or version,
 * parameters missing, reordered or added, a second spelling of the same bytes, a tag that is too short) means a broken
 * table, not a wrong password: IllegalStateException, whose message holds nothing of it.
 */
final class PhcString {

    private static final int LONGEST = 256;
    private static final int LEAST_SALT_BYTES = 8;
    private static final int LEAST_TAG_BYTES = 16;
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=([1-9][0-9]{0,5}),t=([1-9][0-9]{0,2}),p=([1-9][0-9]{0,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private final Argon2Cost cost;
    private final byte[] salt;
    private final byte[] tag;

    private PhcString(Argon2Cost cost, byte[] salt, byte[] tag) {
        this.cost = cost;
        this.salt = salt;
        this.tag = tag;
    }

    static String of(Argon2Cost cost, byte[] salt, byte[] tag) {
        return "$argon2id$v=19$m=" + cost.kibibytes() + ",t=" + cost.passes() + ",p=" + cost.lanes() + "$"
                + base64(salt) + "$" + base64(tag);
    }

    static PhcString parse(String phc) {
        Matcher parts = PHC.matcher(phc);
        if (phc.length() > LONGEST || !parts.matches()) {
            throw broken();
        }
        Argon2Cost cost = new Argon2Cost(number(parts, 1), number(parts, 2), number(parts, 3));
        return new PhcString(cost, bytes(parts.group(4), LEAST_SALT_BYTES), bytes(parts.group(5), LEAST_TAG_BYTES));
    }

    Argon2Cost cost() {
        return cost;
    }

    byte[] salt() {
        return salt.clone();
    }

    byte[] tag() {
        return tag.clone();
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private static byte[] bytes(String text, int least) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (bytes.length >= least && base64(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            throw broken();
        }
        throw broken();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    private static IllegalStateException broken() {
        return new IllegalStateException("a stored password hash is not an Argon2id string of this service");
    }
}
