package dev.latchkey.firm;

import java.util.regex.Pattern;

/** The form of every id of the practice application. It contains neither the key separator nor a dot. */
public final class IdFormat {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private IdFormat() {}

    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }
}
