package dev.latchkey.account;

import java.util.List;
import java.util.Locale;

/**
 * Runs of characters that follow each other: the same one, the next one of the alphabet or the digits, forwards or
 * backwards, or a neighbouring key. Prose has them by chance and short; whoever draws on the keyboard has little else.
 */
final class KeyRuns {

    private static final List<String> ROWS = List.of("1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./");
    private static final int RUN = 4;

    private KeyRuns() {}

    /** Whether the runs are four characters long on average, or longer. */
    static boolean areMost(String text) {
        int[] codes = text.toLowerCase(Locale.ROOT).codePoints().toArray();
        int runs = 1;
        for (int i = 1; i < codes.length; i++) {
            if (!follows(codes[i - 1], codes[i])) {
                runs++;
            }
        }
        return runs * RUN <= codes.length;
    }

    private static boolean follows(int one, int next) {
        boolean letters = Character.isLetterOrDigit(one) && Character.isLetterOrDigit(next);
        return one == next || (letters && Math.abs(one - next) == 1) || neighbours(one, next);
    }

    private static boolean neighbours(int one, int next) {
        int row = row(one);
        int nextRow = row(next);
        return row >= 0
                && nextRow >= 0
                && Math.abs(row - nextRow) <= 1
                && Math.abs(ROWS.get(row).indexOf(one) - ROWS.get(nextRow).indexOf(next)) <= 1;
    }

    private static int row(int code) {
        for (int row = 0; row < ROWS.size(); row++) {
            if (ROWS.get(row).indexOf(code) >= 0) {
                return row;
            }
        }
        return -1;
    }
}
