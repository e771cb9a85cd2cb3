package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One address in two firms: two people, as far as this service is concerned. */
class TwinFirmTest {

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final TestFirm twin = world.firm().contact("c1", 1, address);
    private final Portal portal = new Portal(firm);
    private final Portal other = new Portal(twin);

    @Test
    void nothingDoneWithAnAccountInOneFirm_touchesItsTwin() {
        Answer theirs = other.account(address);
        assertThat(portal.logIn(address, Portal.PASSWORD).status()).isEqualTo(401);
        String before = table();
        Answer mine = portal.setUp(portal.readySetUpToken(address), Portal.OTHER);
        assertThat(mine.status()).isEqualTo(201);
        for (int i = 0; i < 11; i++) {
            portal.logIn(address, "wrong");
        }
        assertThat(portal.logIn(address, Portal.OTHER).status()).isEqualTo(429);
        portal.reset(portal.resetToken(address), "wombats dream of burrows");
        Answer again = portal.logIn(address, "wombats dream of burrows");
        portal.change(again, "wombats dream of burrows", Portal.OTHER);
        portal.endAll(again);
        firm.deactivated(address);
        firm.settled();
        assertThat(table()).isEqualTo(before);
        assertThat(twin.me(theirs).status()).isEqualTo(200);
        assertThat(other.logIn(address, Portal.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aTokenOfOneFirm_isWorthNothingInTheOther() {
        String token = portal.readySetUpToken(address);
        String moved = token.replaceFirst("^" + firm.id(), twin.id());
        assertThat(portal.setUp(moved, Portal.PASSWORD).status()).isEqualTo(404);
        Answer session = portal.setUp(token, Portal.PASSWORD);
        assertThat(twin.refresh(session.text("/refreshToken").replaceFirst("^" + firm.id(), twin.id()))
                        .status())
                .isEqualTo(401);
        assertThat(other.sessions(session, "").body().path("items")).hasSize(1);
        assertThat(AccessTokenTest.claims(session.text("/accessToken"))
                        .path("firm")
                        .asText())
                .isEqualTo(firm.id());
    }

    private String table() {
        return twin.table();
    }
}
