package dev.latchkey.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestSourceTest {

    @Test
    void whatABrowserSaysOfItself_isCutAtTwoHundredCharacters_andNeverInsideOne() {
        assertThat(new RequestSource("r", "192.0.2.1", "a".repeat(200)).userAgent())
                .hasSize(200);
        assertThat(new RequestSource("r", "192.0.2.1", "a".repeat(201)).userAgent())
                .hasSize(200);
        assertThat(new RequestSource("r", "192.0.2.1", "a".repeat(198) + "😀😀").userAgent())
                .isEqualTo("a".repeat(198) + "😀");
        assertThat(new RequestSource("r", "192.0.2.1", "a".repeat(199) + "😀").userAgent())
                .isEqualTo("a".repeat(199));
        assertThat(new RequestSource("r", "192.0.2.1", null).userAgent()).isNull();
    }
}
