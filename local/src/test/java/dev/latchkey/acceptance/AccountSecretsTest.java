package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Passwords and the tokens around them stand in no table, no log, no notice, and nobody else's reply. */
class AccountSecretsTest {

    private final World world = World.get();
    private final String address = "canary." + TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final Portal portal = new Portal(firm);

    @Test
    void noSecretOfAnAccount_isKeptOrLogged() {
        String wrong = "canaries sing out of tune";
        String setUp = portal.setUpToken(address);
        portal.setUp(setUp, "canary");
        Answer session = portal.setUp(setUp, Portal.PASSWORD);
        portal.logIn(address, wrong);
        world.fault("kms", "Sign", "KMSInternalException", 20, "before");
        portal.logIn(address, Portal.PASSWORD);
        world.noFaults();
        world.fault("dynamodb", "BatchGetItem", "AccessDeniedException", 20, "before");
        portal.logIn(address, Portal.PASSWORD);
        world.noFaults();
        portal.change(session, wrong, Portal.OTHER);
        portal.change(session, Portal.PASSWORD, Portal.OTHER);
        String reset = portal.resetToken(address);
        portal.reset(reset, Portal.PASSWORD);
        firm.accessMode("MAGIC_LINK_AND_LOGIN_2FA");
        String challenge = portal.logIn(address, Portal.PASSWORD).text("/challenge");
        List<String> secrets = List.of(
                Portal.PASSWORD,
                Portal.OTHER,
                wrong,
                last(setUp),
                last(reset),
                last(challenge),
                last(session.text("/refreshToken")),
                session.text("/accessToken"));
        firm.settled();
        absent(secrets, TableDump.of(world), "the table");
        absent(secrets, world.logs().text(), "the logs");
        assertThat(world.logs().text()).doesNotContain(address);
        for (Mail mail : world.mailbox(address)) {
            assertThat(mail.text() + mail.html()).doesNotContain(Portal.PASSWORD, Portal.OTHER, wrong);
        }
    }

    @Test
    void theLog_namesWhatHappenedAtTheLogin_inOwaspsWords() {
        Answer session = portal.account(address);
        Answer refreshed = firm.refresh(session.text("/refreshToken"));
        firm.refresh(refreshed.text("/refreshToken"));
        int before = world.logs().text().length();
        portal.logIn(address, Portal.PASSWORD);
        firm.refresh(session.text("/refreshToken"));
        for (int i = 0; i < 11; i++) {
            portal.logIn(address, "wrong");
        }
        assertThat(world.logs().text().substring(before))
                .containsSubsequence(
                        "authn_login_success", "authn_token_reuse", "authn_login_fail", "authn_login_lock");
    }

    private static String last(String token) {
        return token.substring(token.lastIndexOf('.') + 1);
    }

    private static void absent(List<String> secrets, String dump, String where) {
        List<String> forms = new ArrayList<>();
        for (String secret : secrets) {
            byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
            forms.add(secret);
            forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
            forms.add(HexFormat.of().formatHex(bytes));
        }
        for (String form : forms) {
            assertThat(dump.contains(form)).as(where).isFalse();
        }
    }
}
