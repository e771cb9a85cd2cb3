package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A device that gets in where others are known is told to the owner. */
class NewDeviceTest {

    private static final String FIREFOX =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private final World world = World.get();
    private final String email = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, email);
    private final Portal portal = new Portal(firm);
    private final String known = TestFirm.device();

    @Test
    void theVeryFirstDevice_isNoNews_andNeitherIsAKnownOne() {
        portal.account(email);
        portal.logInBy(known, email, Portal.PASSWORD);
        portal.logInBy(known, email, Portal.PASSWORD);
        assertThat(notices()).isEmpty();
        assertThat(told()).isEmpty();
    }

    @Test
    void anotherOne_isMailed_withWhenWhereWhichBrowserAndHow_andWithoutItsSecret() {
        owner();
        String other = TestFirm.device();
        Map<String, String> credentials = Map.of("email", email, "password", Portal.PASSWORD, "deviceSecret", other);
        assertThat(world.api()
                        .post("/v1/firms/" + firm.id() + "/login", credentials, "User-Agent", FIREFOX)
                        .status())
                .isEqualTo(200);
        List<Mail> notices = notices();
        assertThat(notices).hasSize(1);
        String text = notices.getFirst().text();
        assertThat(text)
                .contains("Firefox on Windows", "a password", "When: ", "From: ", "It wasn't you?")
                .doesNotContain(other, "http");
        assertThat(told()).containsExactly(Map.of("amr", "pwd"));
        portal.logInBy(other, email, Portal.PASSWORD);
        assertThat(notices()).as("from then on it is known").hasSize(1);
    }

    @Test
    void whoeverShowsNoSecret_isMailedEachTime() {
        owner();
        portal.logIn(email, Portal.PASSWORD);
        portal.logIn(email, Portal.PASSWORD);
        assertThat(notices()).hasSize(2);
    }

    @Test
    void aLinkOpenedOnAnotherDevice_isMailed_andOpeningItAgainIsNot() {
        owner();
        String other = TestFirm.device();
        Mail link = firm.mailed("c1", "r1");
        firm.redeem(link.token(), other);
        firm.redeem(link.token(), other);
        assertThat(notices()).hasSize(1);
        assertThat(told()).containsExactly(Map.of("amr", "email"));
    }

    @Test
    void inTwoSteps_itIsTheSecondThatTells_andAWrongPasswordOrCodeNeverDoes() {
        SecondFactor codes = new SecondFactor(firm);
        SecondFactor.Owner owner = codes.enrolled(email);
        firm.redeem(firm.mailed("c1", "r1").token(), known);
        int before = notices().size();
        portal.logIn(email, "a password that is wrong");
        String challenge = codes.challenge(email);
        codes.verify(challenge, "000000");
        assertThat(notices()).hasSize(before);
        assertThat(codes.verify(challenge, owner.app().settled().code()).status())
                .isEqualTo(200);
        assertThat(notices()).hasSize(before + 1);
        assertThat(told()).contains(Map.of("amr", "pwd otp"));
    }

    private void owner() {
        portal.account(email);
        portal.logInBy(known, email, Portal.PASSWORD);
    }

    private List<Mail> notices() {
        firm.settled();
        return portal.mails(email, "new-device");
    }

    private List<Map<String, String>> told() {
        return AuditRows.of(firm, "device.new");
    }
}
