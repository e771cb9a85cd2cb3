package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.acceptance.SecondFactor.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Order(2)
class SettingsRaceTest {

    private static final String LINKS_ONLY = "MAGIC_LINK_ONLY";
    private static final String LOGIN = "MAGIC_LINK_AND_LOGIN";

    private final World world = World.get();
    private final String email = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, email);
    private final Administrator administrator = new Administrator(firm);
    private final Portal portal = new Portal(firm);

    @Test
    @Tag("crowd")
    void ofFiftyWritersWithOneVersion_oneWins_andFortyNineAreStale() {
        String admin = firm.staff("portal:admin");
        String read = administrator.etag();
        List<Answer> answers = Race.of(
                50,
                writer -> administrator.changeAs(
                        admin, read, Api.write(Map.of("accessMode", LINKS_ONLY, "requestLinkDays", 1 + writer % 30))));
        assertThat(answers.stream().map(Answer::status).filter(status -> status == 200))
                .hasSize(1);
        assertThat(answers.stream().map(Answer::status).filter(status -> status == 412))
                .hasSize(49);
        Answer winner = answers.stream()
                .filter(answer -> answer.status() == 200)
                .findFirst()
                .orElseThrow();
        assertThat(administrator.read().text()).isEqualTo(winner.text());
        assertThat(AuditRows.of(firm, "settings.changed")).hasSize(1);
    }

    @Test
    @Tag("crowd")
    void ofFiftyLoginsInFlightAtTheSwitch_noneIsOfAnyUseAfterIt() {
        List<String> clients = IntStream.range(0, 10).mapToObj(this::client).toList();
        AtomicReference<@Nullable Answer> switched = new AtomicReference<>();
        List<Answer> logins = Race.of(51, runner -> {
            if (runner == 50) {
                Answer answer = administrator.choose(Map.of("accessMode", LINKS_ONLY));
                switched.set(answer);
                return answer;
            }
            return portal.logIn(clients.get(runner % 10), Portal.PASSWORD);
        });
        assertThat(switched.get()).isNotNull();
        List<Answer> in = logins.subList(0, 50).stream()
                .filter(login -> login.status() == 200)
                .toList();
        assertThat(logins.subList(0, 50))
                .allMatch(login -> List.of(200, 403, 503).contains(login.status()));
        in.forEach(this::assertUseless);
        firm.accessMode(LOGIN);
        in.forEach(this::assertUseless);
        assertThat(portal.logIn(clients.getFirst(), Portal.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void whateverBeginsAfterTheAnswerToTheSwitch_isJudgedByIt_onEveryInstance() throws Exception {
        Owner owner = new SecondFactor(firm).enrolled(email);
        String access = SecondFactor.access(owner.session());
        Instance other = new Instance(world, world.aws());
        assertThat(other.me(access).status()).isEqualTo(200);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            AtomicReference<@Nullable Answer> switched = new AtomicReference<>();
            List<Future<List<Integer>>> watching = IntStream.range(0, 8)
                    .mapToObj(watcher -> threads.submit(() -> watch(switched, access, watcher % 2 == 0 ? other : null)))
                    .toList();
            switched.set(administrator.choose(Map.of("accessMode", LINKS_ONLY)));
            List<Integer> after = new ArrayList<>();
            for (Future<List<Integer>> watched : watching) {
                after.addAll(watched.get());
            }
            assertThat(after).hasSize(80).containsOnly(401);
        }
    }

    /** Asks until the switch is answered, and then ten times more; gives what those were answered. */
    private List<Integer> watch(AtomicReference<@Nullable Answer> switched, String access, @Nullable Instance other) {
        List<Integer> after = new ArrayList<>();
        while (after.size() < 10) {
            boolean isAfter = switched.get() != null;
            int status = (other == null ? firm.me(access) : other.me(access)).status();
            if (isAfter) {
                after.add(status);
            }
        }
        return after;
    }

    private String client(int number) {
        String address = TestFirm.address();
        firm.contact("in" + number, 1, address);
        portal.account(address);
        return address;
    }

    private void assertUseless(Answer login) {
        assertThat(firm.me(login).status()).isEqualTo(401);
        assertThat(firm.refresh(login.text("/refreshToken")).status()).isEqualTo(401);
    }
}
