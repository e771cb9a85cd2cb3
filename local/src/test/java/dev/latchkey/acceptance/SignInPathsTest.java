package dev.latchkey.acceptance;

import static dev.latchkey.acceptance.SecondFactor.access;
import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.interfaces.DecodedJWT;
import dev.latchkey.acceptance.SecondFactor.Owner;
import dev.latchkey.house.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Walks every way in, and holds what its token says to the table in docs/sessions.md. */
class SignInPathsTest {

    private static final Pattern ROW = Pattern.compile(
            "^\\| ([^|]+?) +\\| `([a-z ]+)` +\\| `(aal[12])` +\\| `([a-z:<>]+)` +\\|", Pattern.MULTILINE);

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final String plain = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address).contact("c2", 1, plain);
    private final Portal portal = new Portal(firm);
    private final SecondFactor codes = new SecondFactor(firm);
    private final Staff staff = new Staff(firm);
    private final Map<String, Answer> ways = new LinkedHashMap<>();

    @Test
    void everyWayIn_saysInItsTokenWhatWasProven_asTheTableHasIt() throws IOException {
        walk();
        Map<String, String> walked = new TreeMap<>();
        ways.forEach((way, answer) -> {
            assertThat(answer.status()).as(way + " " + answer.text()).isBetween(200, 201);
            DecodedJWT token = JWT.decode(access(answer));
            String amr = String.join(" ", token.getClaim("amr").asList(String.class));
            String scope = token.getClaim("scope").asString().replaceFirst("^request:.*", "request:<id>");
            walked.put(way, amr + " / " + token.getClaim("acr").asString() + " / " + scope);
            assertThat(token.getClaim("auth_time").asLong())
                    .as(way)
                    .isLessThanOrEqualTo(token.getIssuedAtAsInstant().getEpochSecond());
        });
        assertThat(walked).isEqualTo(documented());
    }

    private void walk() {
        withoutAnApp();
        withAnApp();
        whereTheFirmDemandsIt();
        whereItDemandsItForLinksToo();
    }

    private void withoutAnApp() {
        ways.put("request link", firm.redeem(firm.mailed("c2", "r1").token(), TestFirm.device()));
        ways.put("sign-in link", firm.redeem(firm.signInMail(plain).token(), TestFirm.device()));
        Answer setUp = portal.account(plain);
        ways.put("set-up link and a chosen password", setUp);
        Answer login = portal.logIn(plain, Portal.PASSWORD);
        ways.put("login", login);
        refreshed(login);
        ways.put(
                "signed in by login, then setting up or replacing an app",
                confirmed(access(login), codes.enroll(access(login), Portal.PASSWORD, null)));
    }

    private void withAnApp() {
        Owner owner = codes.enrolled(address);
        ways.put("signed in by a set-up link, then setting up an app", owner.session());
        ways.put(
                "login, then the app's code",
                codes.verify(codes.challenge(address), owner.app().code()));
        Answer recovered =
                codes.recover(codes.challenge(address), owner.recoveryCodes().getFirst());
        ways.put("login, then a recovery code", recovered);
        ways.put("login, then a temporary code", codes.recover(codes.challenge(address), temporary()));
        world.clock(120);
        ways.put(
                "sign-in link, then the app's code",
                codes.verify(challenge(), owner.app().code()));
        world.clock(240);
        ways.put(
                "sign-in link, then a recovery code",
                codes.recover(challenge(), owner.recoveryCodes().get(1)));
        world.clock(360);
        ways.put("sign-in link, then a temporary code", codes.recover(challenge(), temporary()));
        String replacing = access(recovered);
        ways.put(
                "signed in by login and a recovery code, then replacing the app",
                confirmed(
                        replacing,
                        codes.enroll(replacing, Portal.PASSWORD, owner.app().code())));
        world.clock(0);
    }

    private void whereTheFirmDemandsIt() {
        firm.accessMode("MAGIC_LINK_AND_LOGIN_2FA");
        String third = TestFirm.address();
        firm.contact("c3", 1, third);
        String setUp =
                portal.setUp(portal.readySetUpToken(third), Portal.PASSWORD).text("/challenge");
        ways.put("set-up link and a chosen password, then setting up an app", confirmed(setUp, codes.enroll(setUp)));
        staff.reset("c3", null);
        String again = codes.challenge(third);
        ways.put("login, then setting up an app", confirmed(again, codes.enroll(again)));
    }

    private void whereItDemandsItForLinksToo() {
        new Administrator(firm).choose(Map.of("accessMode", "MAGIC_LINK_AND_LOGIN_2FA", "linksNeedSecondFactor", true));
        String fourth = TestFirm.address();
        firm.contact("c4", 1, fourth);
        Owner owner = codes.enrolledUnderDemand(fourth);
        ways.put(
                "request link, then the app's code",
                codes.verify(requestChallenge("r4"), owner.app().code()));
        ways.put(
                "request link, then a recovery code",
                codes.recover(requestChallenge("r5"), owner.recoveryCodes().getFirst()));
        String temporary = staff.temporaryCode("c4").text("/code");
        ways.put("request link, then a temporary code", codes.recover(requestChallenge("r6"), temporary));
    }

    private String requestChallenge(String request) {
        return firm.redeem(firm.mailed("c4", request).token(), TestFirm.device())
                .text("/challenge");
    }

    private String temporary() {
        return staff.temporaryCode("c1").text("/code");
    }

    /** An hour later the token says the same, and the time of the proof has not moved. */
    private void refreshed(Answer login) {
        world.clock(3600);
        Answer refreshed = firm.refresh(login.text("/refreshToken"));
        world.clock(0);
        assertThat(JWT.decode(access(refreshed)).getClaim("auth_time").asLong())
                .isEqualTo(JWT.decode(access(login)).getClaim("auth_time").asLong());
        assertThat(refreshed.body().path("session")).isEqualTo(login.body().path("session"));
    }

    private Answer confirmed(String bearer, Answer start) {
        return codes.verify(bearer, App.of(world, start).code());
    }

    private String challenge() {
        Answer asked = firm.redeem(firm.signInMail(address).token(), TestFirm.device());
        assertThat(asked.text("/status")).as(asked.text()).isEqualTo("TOTP_REQUIRED");
        return asked.text("/challenge");
    }

    private static Map<String, String> documented() throws IOException {
        String text = Files.readString(Repository.file("docs/sessions.md"));
        String section = text.substring(text.indexOf("## Ways in"));
        Map<String, String> rows = new TreeMap<>();
        for (MatchResult row : ROW.matcher(section).results().toList()) {
            rows.put(row.group(1), row.group(2) + " / " + row.group(3) + " / " + row.group(4));
        }
        return rows;
    }
}
