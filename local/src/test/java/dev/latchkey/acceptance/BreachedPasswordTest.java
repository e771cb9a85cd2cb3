package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** By the local server's own range service. */
class BreachedPasswordTest {

    private static final String BREACHED = "otters juggle b\u00fcttons";
    private static final String AS_A_MAC_TYPES_IT = "otters juggle bu\u0308ttons";
    private static final String SHORT = "kv8\u00fcq2zt";

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final Portal portal = new Portal(firm);

    @BeforeEach
    void areKnown() {
        know(List.of(BREACHED, SHORT));
    }

    @AfterEach
    void areForgotten() {
        know(List.of());
    }

    @Test
    void aBreachedPassword_setsUpNoAccount_andTheLinkIsNotUsedUp() {
        String token = portal.readySetUpToken(address);
        isRefused(portal.setUp(token, BREACHED));
        isRefused(portal.setUp(token, AS_A_MAC_TYPES_IT));
        assertThat(portal.inspectSetUp(token).text("/state")).isEqualTo("OPEN");
        assertThat(portal.setUp(token, Portal.PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void aBreachedPassword_isNoNewPassword_andCostsNoTry() {
        Answer session = portal.account(address);
        for (int i = 0; i < 12; i++) {
            isRefused(portal.change(session, "wrong", BREACHED));
        }
        isRefused(portal.change(session, Portal.PASSWORD, AS_A_MAC_TYPES_IT));
        assertThat(portal.logIn(address, Portal.PASSWORD).status()).isEqualTo(200);
        assertThat(portal.change(session, Portal.PASSWORD, Portal.OTHER).status())
                .isEqualTo(204);
    }

    @Test
    void aBreachedPassword_isNotInThePlaceOfAForgottenOne_andTheLinkIsNotUsedUp() {
        portal.account(address);
        String token = portal.resetToken(address);
        isRefused(portal.reset(token, BREACHED));
        assertThat(portal.logIn(address, Portal.PASSWORD).status()).isEqualTo(200);
        assertThat(portal.reset(token, Portal.OTHER).status()).isEqualTo(204);
    }

    @Test
    void besideASecondFactorToo_aBreachedPasswordIsRefused() {
        firm.accessMode("MAGIC_LINK_AND_LOGIN_2FA");
        String token = portal.readySetUpToken(address);
        isRefused(portal.setUp(token, SHORT));
        assertThat(portal.setUp(token, "kv8\u00fcq2zT").status()).isEqualTo(201);
    }

    @Test
    void whoeverHasABreachedPassword_logsInWithIt() {
        know(List.of());
        portal.account(address);
        know(List.of(Portal.PASSWORD));
        assertThat(portal.logIn(address, Portal.PASSWORD).status()).isEqualTo(200);
        isRefused(portal.change(portal.logIn(address, Portal.PASSWORD), Portal.PASSWORD, Portal.PASSWORD));
    }

    @Test
    void theServiceKnowsWhatItWasToldLast_andNothingElse() {
        assertThat(world.api().get("/_local/breached").text())
                .isEqualTo("{\"passwords\":[\"" + BREACHED + "\",\"" + SHORT + "\"]}");
        assertThat(know(List.of("another one")).text()).isEqualTo("{\"passwords\":[\"another one\"]}");
        assertThat(portal.setUp(portal.readySetUpToken(address), BREACHED).status())
                .isEqualTo(201);
    }

    private Answer know(List<String> passwords) {
        Answer answer = world.api().post("/_local/breached", Map.of("passwords", passwords));
        assertThat(answer.status()).isEqualTo(200);
        return answer;
    }

    private static void isRefused(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("password-rejected");
        assertThat(answer.text("/reason")).isEqualTo("COMMON");
    }
}
