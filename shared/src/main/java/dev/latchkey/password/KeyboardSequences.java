package dev.latchkey.password;

import java.util.List;

/**
 * Finds sequences in text: the same key again, a key beside the last one (rows and columns of a QWERTY keyboard, with and
 * without shift), the next or previous letter or digit.
 */
final class KeyboardSequences {

    private static final int SHORTEST_RUN = 3;

    /** A key's place in its string is its column; the key below is half a column to the right. */
    private static final List<List<String>> ROWS = List.of(
            List.of("`1234567890-=", "~!@#$%^&*()_+"),
            List.of("\0qwertyuiop[]\\", "\0\0\0\0\0\0\0\0\0\0\0{}|"),
            List.of("\0asdfghjkl;'", "\0\0\0\0\0\0\0\0\0\0:\""),
            List.of("\0zxcvbnm,./", "\0\0\0\0\0\0\0\0<>?"));

    private record Place(int row, int column) {}

    private KeyboardSequences() {}

    /**
     * Whether a text in lower case is mostly runs: each run of three or more counts as one character, and
     * what is left is at most a third of the text. True of the empty text.
     */
    static boolean makeUp(String text) {
        int[] typed = text.codePoints().toArray();
        int left = 0;
        int start = 0;
        for (int end = 1; end <= typed.length; end++) {
            if (end == typed.length || !follows(typed[end - 1], typed[end])) {
                left += end - start >= SHORTEST_RUN ? 1 : end - start;
                start = end;
            }
        }
        return left * SHORTEST_RUN <= typed.length;
    }

    private static boolean follows(int one, int next) {
        return one == next || isNextInOrder(one, next) || isBeside(place(one), place(next));
    }

    private static boolean isNextInOrder(int one, int next) {
        return Math.abs(one - next) == 1 && Character.isLetterOrDigit(one) && Character.isLetterOrDigit(next);
    }

    private static boolean isBeside(Place one, Place next) {
        if (one.row < 0 || next.row < 0) {
            return false;
        }
        int right = next.column - one.column;
        return switch (next.row - one.row) {
            case 0 -> Math.abs(right) <= 1;
            case 1 -> right == 0 || right == -1;
            case -1 -> right == 0 || right == 1;
            default -> false;
        };
    }

    private static Place place(int key) {
        for (int row = 0; row < ROWS.size() && key != 0; row++) {
            for (String keys : ROWS.get(row)) {
                int column = keys.indexOf(key);
                if (column >= 0) {
                    return new Place(row, column);
                }
            }
        }
        return new Place(-1, -1);
    }
}
