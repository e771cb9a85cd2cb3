package dev.latchkey.totp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.contact.Email;
import dev.latchkey.crypto.Randomness;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class QrCodeTest {

    private static final int QUIET_ZONE = 4;
    private static final TotpSecret SECRET = TotpSecret.random(new Randomness());
    private static final String URI = uri("Smith & Co");

    @ParameterizedTest
    @ValueSource(strings = {"Smith & Co", "A:B?c=d&e#f%/+", "Tax \uD83D\uDE80\uD83C\uDF55", "会計事務所", "مكتب المحاسبة"})
    void aPhone_readsTheAddressOffTheDrawing(String firm) {
        assertThat(new DrawnQrCode(QrCode.svg(uri(firm))).text()).isEqualTo(uri(firm));
    }

    @Test
    void theLongestAddress_isReadToo() {
        String uri = uri("\uD83D\uDE80".repeat(200));
        assertThat(uri).hasSizeGreaterThan(780);
        DrawnQrCode drawn = new DrawnQrCode(QrCode.svg(uri));
        assertThat(drawn.text()).isEqualTo(uri);
        assertThat(drawn.modules()).isEqualTo(109 + 2 * QUIET_ZONE);
    }

    @Test
    void aTextOfAnyLength_isReadBack() {
        for (int length = 1; length < 200; length += 13) {
            String text = "a".repeat(length);
            assertThat(new DrawnQrCode(QrCode.svg(text)).text()).isEqualTo(text);
        }
    }

    @Test
    void theMarginOfFourModules_isWhite() {
        boolean[][] dark = new DrawnQrCode(QrCode.svg(URI)).dark();
        int last = dark.length - 1;
        for (int x = 0; x <= last; x++) {
            for (int margin = 0; margin < QUIET_ZONE; margin++) {
                assertThat(dark[margin][x] || dark[last - margin][x] || dark[x][margin] || dark[x][last - margin])
                        .isFalse();
            }
        }
        assertThat(dark[QUIET_ZONE][QUIET_ZONE] && dark[last - QUIET_ZONE][QUIET_ZONE])
                .isTrue();
    }

    @Test
    void theDrawing_isBlackOnAWhiteGroundOfItsWholeSize() {
        DrawnQrCode drawn = new DrawnQrCode(QrCode.svg(URI));
        String side = String.valueOf(drawn.modules());
        Element svg = drawn.svg();
        Element ground = (Element) svg.getFirstChild();
        Element path = (Element) svg.getLastChild();
        assertThat(svg.getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
        assertThat(svg.getAttribute("viewBox")).isEqualTo("0 0 " + side + " " + side);
        assertThat(svg.getAttribute("width")).isEqualTo(String.valueOf(4 * drawn.modules()));
        assertThat(svg.getAttribute("height")).isEqualTo(svg.getAttribute("width"));
        assertThat(svg.getAttribute("shape-rendering")).isEqualTo("crispEdges");
        assertThat(ground.getTagName()).isEqualTo("rect");
        assertThat(ground.getAttribute("width")).isEqualTo(side).isEqualTo(ground.getAttribute("height"));
        assertThat(ground.getAttribute("fill")).isEqualTo("#fff");
        assertThat(path.getTagName()).isEqualTo("path");
        assertThat(path.getAttribute("fill")).isEqualTo("#000");
    }

    @Test
    void theDrawing_needsNothingElse_andSaysNothingInWords() {
        String svg = QrCode.svg(URI);
        Element root = new DrawnQrCode(svg).svg();
        assertThat(IntStream.range(0, root.getChildNodes().getLength())
                        .mapToObj(at -> root.getChildNodes().item(at).getNodeName()))
                .containsExactly("rect", "path");
        assertThat(root.getTextContent()).isEmpty();
        assertThat(svg.replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
                .doesNotContain("http", "href", "url(", "script", "style", "otpauth", "Smith", "secret")
                .doesNotContainPattern("\\son[a-z]+=");
    }

    @Test
    void aTextThatFitsIntoNoCode_isRefused() {
        assertThat(new DrawnQrCode(QrCode.svg("a".repeat(2_331))).modules()).isEqualTo(177 + 2 * QUIET_ZONE);
        assertThatThrownBy(() -> QrCode.svg("a".repeat(2_332))).isInstanceOf(IllegalArgumentException.class);
    }

    private static String uri(String firm) {
        return OtpauthUri.of(firm, Email.parse("ann@example.com").orElseThrow(), SECRET);
    }
}
