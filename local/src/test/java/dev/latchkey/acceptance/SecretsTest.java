package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretsTest {

    /** Hooks of snapshots have the function's name from Lambda's environment, which there is none of here. */
    private static final String HOOK = "\"function_request_id\":\"snapshot\"";

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm("Canary Limited", "TEAM").contact("c1", 1, address);

    @Test
    void neitherTheTableNorTheLogs_holdAnySecretInAnyFormThatHelpsAThief() {
        List<String> secrets = new ArrayList<>();
        String device = TestFirm.device();
        Mail mail = firm.mailed("c1", "r1");
        Answer session = firm.redeem(mail.token(), device);
        Answer refreshed = firm.refresh(session.text("/refreshToken"));
        firm.redeem(mail.token(), TestFirm.device());
        firm.refresh(session.text("/refreshToken") + "x");
        firm.me(refreshed);
        Mail signIn = firm.signInMail(address);
        firm.redeemCode(signIn.linkId(), "AAAA-AAAA", device);
        firm.redeemCode(signIn.linkId(), signIn.code(), device);
        firm.renew(signIn.token());
        firm.ask("stranger." + address);
        String staff = firm.staff("portal:support");
        world.api().post(firm.path("c1"), "{\"requestId\":", "Authorization", staff);
        world.fault("kms", "Sign", "KMSInternalException", 20, "before");
        firm.refresh(refreshed.text("/refreshToken"));
        world.noFaults();
        firm.logOut(refreshed);
        secrets.addAll(cookies(device));
        secrets.add(mail.token());
        secrets.add(mail.token().substring(mail.token().lastIndexOf('.') + 1));
        secrets.add(device);
        secrets.add(signIn.token().substring(signIn.token().lastIndexOf('.') + 1));
        for (Mail coded : List.of(mail, signIn)) {
            secrets.add(coded.code());
            secrets.add(coded.code().replace("-", ""));
        }
        for (Answer answer : List.of(session, refreshed)) {
            secrets.add(answer.text("/accessToken"));
            secrets.add(answer.text("/refreshToken"));
            secrets.add(answer.text("/refreshToken")
                    .substring(answer.text("/refreshToken").lastIndexOf('.') + 1));
        }
        secrets.add(staff.substring("Bearer ".length()));
        absent(secrets, TableDump.of(world), "the table");
        absent(secrets, world.logs().text(), "the logs");
        assertThat(world.logs().text()).doesNotContain(address, "Canary");
    }

    /** The tokens of a session in cookie mode, taken and refused, and after that logged out. */
    private List<String> cookies(String device) {
        Browser browser = new Browser(world);
        String first = Browser.token(browser.redeem(firm.mailed("c1", "r2").token(), device));
        browser.send(Browser.REFRESH, null, Browser.cookie(first), "https://evil.test");
        browser.send(Browser.REFRESH, "{", Browser.cookie(first), world.origin());
        browser.refresh(first + "x");
        String second = Browser.token(browser.refresh(first));
        browser.logOut(second);
        return List.of(first, second);
    }

    @Test
    void everyLineOfTheLog_isOneJsonObject() throws Exception {
        firm.send("c1", "r1");
        new Portal(firm).logIn(address, "wrong");
        List<String> lines = world.logs()
                .text()
                .lines()
                .filter(line -> line.startsWith("{") && !line.contains(HOOK))
                .toList();
        assertThat(lines).isNotEmpty();
        for (String line : lines) {
            assertThat(Api.JSON.readTree(line).path("function_name").asText()).isNotEmpty();
            assertThat(line).matches("[ -~]*");
        }
    }

    @Test
    void everySecretIsNew_andLooksLikeNoOther() {
        Set<String> tokens = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            String contact = "c" + i % 4;
            String token = firm.contact(contact, 2 + i, address)
                    .mailed(contact, "r" + i)
                    .token();
            String secret = token.substring(token.lastIndexOf('.') + 1);
            assertThat(Base64.getUrlDecoder().decode(secret)).hasSize(32);
            assertThat(tokens.add(secret.substring(0, 8))).isTrue();
        }
    }

    private static void absent(List<String> secrets, String dump, String where) {
        for (String secret : secrets) {
            byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
            assertThat(secret).isNotEmpty();
            assertThat(dump).as("a secret in " + where).doesNotContain(secret);
            assertThat(dump)
                    .as("a secret in hex in " + where)
                    .doesNotContainIgnoringCase(HexFormat.of().formatHex(bytes));
            assertThat(dump)
                    .as("a secret in base64 in " + where)
                    .doesNotContain(Base64.getEncoder().withoutPadding().encodeToString(bytes));
        }
    }
}
