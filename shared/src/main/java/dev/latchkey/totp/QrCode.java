package dev.latchkey.totp;

/**
 * A QR code (ISO/IEC 18004) as a self-contained SVG drawing: no script, no style, no reference, and no readable text.
 * It is drawn here because its content is secret.
 */
public final class QrCode {

    /** In modules; the standard requires it on every side. */
    private static final int QUIET_ZONE = 4;

    /** A whole number, so that all modules are equally wide. */
    private static final int PIXELS_A_MODULE = 4;

    private QrCode() {}

    /**
     * With medium error correction or better. A text of more than about 2,300 characters is an
     * IllegalArgumentException.
     */
    public static String svg(String text) {
        var code = io.nayuki.qrcodegen.QrCode.encodeText(text, io.nayuki.qrcodegen.QrCode.Ecc.MEDIUM);
        int modules = code.size + 2 * QUIET_ZONE;
        int pixels = modules * PIXELS_A_MODULE;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + modules + " " + modules + "\""
                + square(pixels)
                + " shape-rendering=\"crispEdges\"><rect" + square(modules) + " fill=\"#fff\"/>"
                + "<path d=\"" + path(code) + "\" fill=\"#000\"/></svg>";
    }

    private static String square(int side) {
        return " width=\"" + side + "\" height=\"" + side + "\"";
    }

    private static String path(io.nayuki.qrcodegen.QrCode code) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    int width = run(code, x, y);
                    bar(path, x + QUIET_ZONE, y + QUIET_ZONE, width);
                    x += width;
                }
            }
        }
        return path.toString();
    }

    /** How many dark modules stand side by side from here on. */
    private static int run(io.nayuki.qrcodegen.QrCode code, int x, int y) {
        int width = 1;
        while (code.getModule(x + width, y)) {
            width++;
        }
        return width;
    }

    private static void bar(StringBuilder path, int x, int y, int width) {
        path.append('M').append(x).append(' ').append(y);
        path.append('h').append(width).append("v1h-").append(width).append('z');
    }
}
