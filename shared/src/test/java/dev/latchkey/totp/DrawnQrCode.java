package dev.latchkey.totp;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** An SVG drawing of a QR code, put on paper by what the SVG says and read off it by another library, as a phone would. */
final class DrawnQrCode {

    private static final int PIXELS_A_MODULE = 4;
    private static final int WHITE = 0xFFFFFF;
    private static final Pattern BAR = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");

    private final Element svg;
    private final int modules;

    DrawnQrCode(String text) {
        this.svg = parsed(text);
        this.modules = Integer.parseInt(svg.getAttribute("viewBox").split(" ", -1)[2]);
    }

    private static Element parsed(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException malformed) {
            throw new AssertionError("no SVG", malformed);
        }
    }

    Element svg() {
        return svg;
    }

    int modules() {
        return modules;
    }

    /** What somebody with a camera reads. */
    String text() {
        int side = modules * PIXELS_A_MODULE;
        RGBLuminanceSource seen = new RGBLuminanceSource(side, side, pixels(dark(), side));
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(seen)))
                    .getText();
        } catch (ReaderException unreadable) {
            throw new AssertionError("nobody can read this", unreadable);
        }
    }

    /** By row and column; a module that two bars cover, or one outside the drawing, fails. */
    boolean[][] dark() {
        String path = ((Element) svg.getElementsByTagName("path").item(0)).getAttribute("d");
        Matcher bar = BAR.matcher(path);
        if (!bar.replaceAll("").isEmpty()) {
            throw new AssertionError("a path of other than bars: " + path);
        }
        boolean[][] dark = new boolean[modules][modules];
        bar.reset();
        while (bar.find()) {
            fill(dark[number(bar, 2)], number(bar, 1), number(bar, 3), number(bar, 4));
        }
        return dark;
    }

    private static void fill(boolean[] row, int from, int width, int back) {
        if (width != back) {
            throw new AssertionError("a bar that is no rectangle");
        }
        for (int x = from; x < from + width; x++) {
            if (row[x]) {
                throw new AssertionError("a module drawn twice");
            }
            row[x] = true;
        }
    }

    private static int[] pixels(boolean[][] dark, int side) {
        int[] pixels = new int[side * side];
        Arrays.setAll(pixels, at -> dark[at / side / PIXELS_A_MODULE][at % side / PIXELS_A_MODULE] ? 0 : WHITE);
        return pixels;
    }

    private static int number(Matcher bar, int group) {
        return Integer.parseInt(bar.group(group));
    }
}
