package dev.latchkey.functions.report;

import java.util.regex.Pattern;

/**
 * Keeps text of others from being a formula in a spreadsheet. A spreadsheet guesses what separates cells: a comma, semicolon,
 * tab or bar; any line end ends a line. So an apostrophe goes before anything that could be the start of a cell beginning with
 * a formula sign. Blanks and quotes before the sign are skipped, and full-width signs count, since some spreadsheets take them.
 * Nothing else in a cell changes.
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
