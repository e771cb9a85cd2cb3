package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.firm.AccessDecision;
import dev.latchkey.firm.AccessMode;
import dev.latchkey.firm.AccessPolicy;
import dev.latchkey.firm.AccessRequest;
import dev.latchkey.firm.AccountState;
import dev.latchkey.firm.Plan;
import dev.latchkey.firm.PortalSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tries, in firms of one plan, every cell of the table of access modes over HTTP: each credential that a client of each state
 * can hold, collected while the firm lets them, in a firm that has chosen each mode since. There is a class a plan, so that
 * they run side by side.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AccessModesTrial {

    private static final int A_MINUTE_AND_A_BIT = 61;

    private final World world = World.get();
    private final Plan plan;
    private int minutes;

    AccessModesTrial(Plan plan) {
        this.plan = plan;
    }

    Stream<Arguments> firms() {
        return Stream.concat(
                Stream.of(AccessMode.values())
                        .map(mode -> Arguments.of(mode, plan == Plan.BUSINESS && !mode.demandsSecondFactor())),
                Stream.of(Arguments.of(AccessMode.MAGIC_LINK_AND_LOGIN_2FA, true)));
    }

    @ParameterizedTest
    @MethodSource("firms")
    void everyCredentialGetsAsFarAsTheTableSays(AccessMode mode, boolean linksNeedSecondFactor) {
        minutes = 0;
        TestFirm firm = world.firm("Cells & Co", "ENTERPRISE");
        List<CellClient> clients = List.of(
                new CellClient(firm, "c1", AccountState.NO_ACCOUNT, false),
                new CellClient(firm, "c2", AccountState.ACCOUNT, false),
                new CellClient(firm, "c3", AccountState.ENROLLED, true),
                new CellClient(firm, "c4", AccountState.SHUT_OUT, false),
                new CellClient(firm, "c5", AccountState.SHUT_OUT, true));
        collect(firm, clients, plan == Plan.TEAM);
        PortalSettings settings = new PortalSettings(mode, linksNeedSecondFactor, 30);
        choose(firm, settings);
        world.event(
                "firm.upserted", Map.of("firmId", firm.id(), "version", 2, "name", "Cells & Co", "plan", plan.name()));
        Map<String, AccessDecision> found = new TreeMap<>();
        Map<String, AccessDecision> told = new TreeMap<>();
        CellTrial trial = new CellTrial(firm);
        for (AccessRequest accessRequest : CellTrial.ORDER) {
            for (CellClient client : clients) {
                if (client.holds().contains(accessRequest)) {
                    String cell = accessRequest.value() + " / " + client.name();
                    found.put(cell, trial.of(accessRequest, client));
                    told.put(cell, AccessPolicy.of(settings, accessRequest, client.state()));
                }
            }
        }
        assertThat(found).isEqualTo(told);
        assertThat(found).hasSizeGreaterThan(60);
    }

    private void collect(TestFirm firm, List<CellClient> clients, boolean byTakingTheAddressOff) {
        clients.forEach(CellClient::setUp);
        choose(firm, new PortalSettings(AccessMode.MAGIC_LINK_AND_LOGIN_2FA, true, 30));
        clients.forEach(CellClient::underDemand);
        choose(firm, new PortalSettings(AccessMode.MAGIC_LINK_AND_LOGIN, false, 30));
        clients.forEach(CellClient::logInAgain);
        for (Consumer<CellClient> step : List.<Consumer<CellClient>>of(
                CellClient::firstSignInLink, CellClient::secondSignInLink, CellClient::lastLinks)) {
            aMinuteLater();
            clients.forEach(step);
        }
        aMinuteLater();
        clients.forEach(client -> client.become(byTakingTheAddressOff));
    }

    private void aMinuteLater() {
        minutes++;
        world.clock((long) A_MINUTE_AND_A_BIT * minutes);
    }

    private static void choose(TestFirm firm, PortalSettings settings) {
        new Administrator(firm)
                .choose(Map.of(
                        "accessMode",
                        settings.accessMode().name(),
                        "linksNeedSecondFactor",
                        settings.linksNeedSecondFactor(),
                        "requestLinkDays",
                        settings.requestLinkDays()));
    }
}
