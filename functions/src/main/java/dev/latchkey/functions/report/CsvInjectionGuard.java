package dev.latchkey.functions.report;

import java.util.regex.Pattern;

/**
 * Keeps what others wrote from being a formula in whoever's spreadsheet opens it. A spreadsheet guesses what parts the cells
 * of a line: a comma, but elsewhere a semicolon, a tab or a bar, and it ends a line at any line end. So an apostrophe stands
 * before whatever one could take for the beginning of a cell that begins with a sign of a formula: with blanks and quotes
 * passed over, and in full-width form too, which some take for the sign. Nothing else of a cell is changed.
 */
final class CsvInjectionGuard {

    private static final String BEGINNING = "(?<=^|[;|\\t\\r\\n])";
    private static final String PASSED_OVER = "[\\s\"\\x00]*";
    private static final String SIGN = "[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20]";
    private static final Pattern FORMULA =
            Pattern.compile(BEGINNING + "(?=" + PASSED_OVER + SIGN + ")|^(?=[\\t\\r\\n\\x00])");

    private CsvInjectionGuard() {}

    static String cell(String text) {
        return FORMULA.matcher(text).replaceAll("'");
    }
}
