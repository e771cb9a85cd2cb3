package dev.latchkey.functions;

/**
 * Keeps what others wrote from being a formula in whoever's spreadsheet opens it. A cell that begins with a sign that one
 * begins with, or with a character that is passed over before it, gets an apostrophe in front; its full-width forms are
 * taken for the sign by some. Nothing else of a cell is changed.
 */
final class FormulaSafe {

    private static final String SIGNS = "=+-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20";

    private FormulaSafe() {}

    static String cell(String text) {
        return !text.isEmpty() && SIGNS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
