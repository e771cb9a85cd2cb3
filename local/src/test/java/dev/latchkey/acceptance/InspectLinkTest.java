package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class InspectLinkTest {

    private final World world = World.get();
    private final TestFirm firm = world.firm("Müller & Söhne", "TEAM");
    private final String address = TestFirm.address();

    @Test
    void looking_tellsFirmKindStateAndAMaskedAddress() {
        firm.contact("c1", 1, address);
        Answer look = firm.inspect(firm.mailed("c1", "r7").token());
        assertThat(look.status()).isEqualTo(200);
        assertThat(look.text("/kind")).isEqualTo("REQUEST");
        assertThat(look.text("/state")).isEqualTo("OPEN");
        assertThat(look.text("/firm/id")).isEqualTo(firm.id());
        assertThat(look.text("/firm/name")).isEqualTo("Müller & Söhne");
        assertThat(look.text("/emailHint")).isEqualTo("u•••@example.com");
        assertThat(look.text("/requestId")).isEqualTo("r7");
        assertThat(look.text()).doesNotContain(address);
    }

    @Test
    void twentyLooksOfEverySort_changeNothing_andTheLinkStillOpens() {
        firm.contact("c1", 1, address);
        String token = firm.mailed("c1", "r1").token();
        String before = firm.table();
        for (int look = 0; look < 20; look++) {
            assertThat(firm.inspect(token).text("/state")).isEqualTo("OPEN");
            world.api().send("GET", "/v1/magic-links/inspect", null);
            world.api().send("HEAD", "/v1/magic-links/redeem", null);
            world.api().send("GET", "/v1/magic-links/redeem?token=" + token, null);
            world.api().send("OPTIONS", "/v1/magic-links/redeem", null);
        }
        assertThat(firm.table()).isEqualTo(before);
        assertThat(firm.redeem(token, TestFirm.device()).status()).isEqualTo(200);
        assertThat(firm.inspect(token).text("/state")).isEqualTo("CLAIMED");
    }

    @Test
    void anUnopenedLink_isExpiredAfterThirtyDays() {
        firm.contact("c1", 1, address);
        String token = firm.mailed("c1", "r1").token();
        world.clock(Duration.ofDays(30).toSeconds() + 1);
        assertThat(firm.inspect(token).text("/state")).isEqualTo("EXPIRED");
        assertThat(firm.redeem(token, TestFirm.device()).code()).isEqualTo("link-expired");
        world.clock(0);
        assertThat(firm.inspect(token).text("/state")).isEqualTo("OPEN");
    }

    @Test
    void anUnknownToken_isNotFound_whateverPartOfItIsWrong() {
        firm.contact("c1", 1, address);
        String token = firm.mailed("c1", "r1").token();
        String last = token.substring(token.length() - 1);
        String otherSecret = token.substring(0, token.length() - 1) + (last.equals("A") ? "B" : "A");
        String otherFirm = world.firm().id() + token.substring(token.indexOf('.'));
        Answer unknown = firm.inspect("x".repeat(60));
        assertThat(unknown.code()).isEqualTo("not-found");
        for (String wrong : new String[] {otherSecret, otherFirm, token + "A", token.replaceFirst("c1", "c2")}) {
            assertThat(firm.inspect(wrong).withoutRequestId()).isEqualTo(unknown.withoutRequestId());
            assertThat(firm.redeem(wrong, TestFirm.device()).withoutRequestId()).isEqualTo(unknown.withoutRequestId());
        }
    }
}
