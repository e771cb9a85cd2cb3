package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class KilledLinkTest {

    private final World world = World.get();
    private final TestFirm firm = world.firm();
    private final String address = TestFirm.address();
    private final String device = TestFirm.device();

    @Test
    void takingTheAddressAway_killsOpenLinksAndClaimedDevices_forGood() {
        firm.contact("c1", 1, address);
        String open = firm.mailed("c1", "r1").token();
        String claimed = firm.mailed("c1", "r2").token();
        Answer session = firm.redeem(claimed, device);
        firm.contact("c1", 2, TestFirm.address());
        dead(open, claimed, session);
        firm.contact("c1", 3, address);
        dead(open, claimed, session);
    }

    @Test
    void deletingTheContact_killsThem_alsoWhenItComesBack() {
        firm.contact("c1", 1, address);
        String open = firm.mailed("c1", "r1").token();
        String claimed = firm.mailed("c1", "r2").token();
        Answer session = firm.redeem(claimed, device);
        firm.delete("c1", 2);
        dead(open, claimed, session);
        firm.contact("c1", 3, address);
        dead(open, claimed, session);
        assertThat(firm.redeem(firm.mailed("c1", "r3").token(), device).status())
                .isEqualTo(200);
    }

    @Test
    void archivingTheContact_killsThem_alsoWhenItIsUnarchived() {
        firm.contact("c1", 1, address);
        String open = firm.mailed("c1", "r1").token();
        String claimed = firm.mailed("c1", "r2").token();
        Answer session = firm.redeem(claimed, device);
        firm.contact("c1", 2, true, address);
        dead(open, claimed, session);
        firm.contact("c1", 3, false, address);
        dead(open, claimed, session);
    }

    @Test
    void anEventThatKeepsTheAddress_killsNothing() {
        firm.contact("c1", 1, address);
        String open = firm.mailed("c1", "r1").token();
        firm.contact("c1", 2, TestFirm.address(), address.toUpperCase(Locale.ROOT));
        assertThat(firm.inspect(open).text("/state")).isEqualTo("OPEN");
    }

    @Test
    void anotherContactWithTheSameAddress_isNotTouched() {
        firm.contact("c1", 1, address).contact("o1", 1, address);
        Answer ofPerson = firm.redeem(firm.mailed("c1", "r1").token(), device);
        Answer ofCompany = firm.redeem(firm.mailed("o1", "r2").token(), device);
        firm.delete("o1", 2);
        assertThat(firm.me(ofPerson).status()).isEqualTo(200);
        assertThat(firm.me(ofCompany).status()).isEqualTo(401);
    }

    private void dead(String open, String claimed, Answer session) {
        assertThat(firm.inspect(open).text("/state")).isEqualTo("EXPIRED");
        assertThat(firm.redeem(open, TestFirm.device()).code()).isEqualTo("link-expired");
        assertThat(firm.redeem(claimed, device).code()).isEqualTo("link-expired");
        assertThat(firm.me(session).code()).isEqualTo("invalid-token");
        assertThat(firm.refresh(session.text("/refreshToken")).code()).isEqualTo("invalid-token");
    }
}
