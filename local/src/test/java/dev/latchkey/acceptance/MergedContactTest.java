package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A login hangs on its address: whichever contacts have that in the end, it goes on. */
class MergedContactTest {

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final Portal portal = new Portal(firm);
    private final Answer login = portal.account(address);

    @Test
    void mergingTwoRecords_theSurvivorFirst_endsNoLogin() {
        firm.contact("c2", 1, address);
        firm.delete("c1", 2);
        assertThat(contacts(login)).containsExactly("c2");
        Answer next = firm.refresh(login.text("/refreshToken"));
        assertThat(next.status()).isEqualTo(200);
        assertThat(portal.change(next, Portal.PASSWORD, Portal.OTHER).status()).isEqualTo(204);
        assertThat(firm.logOut(next).status()).isEqualTo(204);
        assertThat(new Auditor(firm)
                        .list("contactId=c2&type=session.ended")
                        .body()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void mergingThem_theOtherWayRound_orArchivingAndBack_stopsALogin_untilTheAddressIsBack() {
        firm.delete("c1", 2);
        assertThat(firm.me(login).code()).isEqualTo("invalid-token");
        assertThat(firm.refresh(login.text("/refreshToken")).code()).isEqualTo("invalid-token");
        firm.contact("c2", 1, address);
        assertThat(contacts(login)).containsExactly("c2");
        firm.contact("c2", 2, true, address);
        assertThat(firm.me(login).code()).isEqualTo("invalid-token");
        firm.contact("c2", 3, address);
        assertThat(firm.refresh(login.text("/refreshToken")).status()).isEqualTo(200);
    }

    @Test
    void aLoginThatIsStopped_canBeEnded_andStaysSo() {
        firm.contact("c1", 2, true, address);
        assertThat(firm.logOut(login.text("/refreshToken")).status()).isEqualTo(204);
        firm.contact("c1", 3, address);
        assertThat(firm.me(login).code()).isEqualTo("invalid-token");
        assertThat(firm.refresh(login.text("/refreshToken")).code()).isEqualTo("invalid-token");
    }

    @Test
    void aSpentTokenThatComesAgain_endsALoginThatIsStopped() {
        Answer second = firm.refresh(login.text("/refreshToken"));
        Answer third = firm.refresh(second.text("/refreshToken"));
        firm.contact("c1", 2, true, address);
        assertThat(firm.refresh(login.text("/refreshToken")).code()).isEqualTo("invalid-token");
        firm.contact("c1", 3, address);
        assertThat(firm.refresh(third.text("/refreshToken")).code()).isEqualTo("invalid-token");
    }

    @Test
    void aSignInLink_andWhatItOpened_goOnWhileTheAddressIsOnSomeContact_andEndForGoodWithTheLast() {
        Answer session = firm.redeem(firm.signInMail(address).token(), TestFirm.device());
        world.clock(61);
        String token = firm.signInMail(address).token();
        firm.contact("c2", 1, address);
        firm.delete("c1", 2);
        assertThat(contacts(session)).containsExactly("c2");
        assertThat(firm.inspect(token).text("/state")).isEqualTo("OPEN");
        firm.contact("c2", 2, true, address);
        assertThat(firm.me(session).code()).isEqualTo("invalid-token");
        firm.contact("c2", 3, address);
        assertThat(firm.me(session).code()).isEqualTo("invalid-token");
        assertThat(firm.inspect(token).text("/state")).isEqualTo("EXPIRED");
    }

    @Test
    void aSetUpLink_isGoodOnWhicheverContactTheAddressIs() {
        String other = TestFirm.address();
        firm.contact("d1", 1, other);
        String token = portal.setUpToken(other);
        firm.contact("d2", 1, other);
        firm.delete("d1", 2);
        assertThat(portal.setUp(token, Portal.PASSWORD).status()).isEqualTo(201);
    }

    private List<String> contacts(Answer session) {
        return firm.me(session).body().path("contacts").findValuesAsText("id");
    }
}
