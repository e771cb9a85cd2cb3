package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** While the table doesn't answer, the directory's events wait in their queue and come again by themselves. */
class DirectoryOutageTest {

    private static final int ENDLESS = 1_000_000;
    private static final int VISIBILITY_TIMEOUT = 180;
    private static final int AN_HOUR = 3_600;

    private final World world = World.impatient();
    private final TestFirm firm = world.firm();
    private final Portal portal = new Portal(firm);
    private final String leaving = TestFirm.address();
    private final String staying = TestFirm.address();

    @Test
    void anHourOfOutage_withRemovalsInIt_isAppliedAfterwards_andNobodySendsAnythingAgain() {
        firm.contact("c1", 1, leaving, staying);
        firm.contact("c2", 1, TestFirm.address());
        portal.account(leaving);
        String unopened = firm.mailed("c1", "r1").token();
        Answer session = firm.redeem(firm.mailed("c1", "r2").token(), TestFirm.device());

        world.fault("dynamodb", "*", "InternalServerError", ENDLESS, "before");
        assertThat(List.of(
                        upserted(3, "Newest"),
                        upserted(2, "Newer"),
                        world.tryEvent("contact.deleted", Map.of("firmId", firm.id(), "contactId", "c2", "version", 2)),
                        world.tryEvent(
                                "firm.upserted",
                                Map.of("firmId", firm.id(), "version", 2, "name", "After", "plan", "TEAM"))))
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(202));
        for (int passed = VISIBILITY_TIMEOUT; passed < AN_HOUR; passed += 3 * VISIBILITY_TIMEOUT) {
            int calls = calls();
            world.clock(passed);
            await().until(() -> calls() >= calls + 4);
        }
        world.noFaults();
        world.clock(AN_HOUR);

        await().untilAsserted(() -> {
            assertThat(new Administrator(firm).read().text("/plan")).isEqualTo("TEAM");
            assertThat(firm.send("c2", "r1").code()).isEqualTo("not-found");
            assertThat(new Staff(firm).access("c1").text("/name")).isEqualTo("Newest");
        });
        assertThat(portal.logIn(leaving, Portal.PASSWORD).code()).isEqualTo("invalid-credentials");
        assertThat(firm.redeem(unopened, TestFirm.device()).code()).isEqualTo("link-expired");
        assertThat(firm.refresh(session.text("/refreshToken")).code()).isEqualTo("invalid-token");
        assertThat(world.api().get("/_local/failures").text()).doesNotContain(firm.id());
    }

    private int calls() {
        JsonNode calls = world.calls().path("dynamodb");
        return calls.path("BatchGetItem").asInt() + calls.path("UpdateItem").asInt();
    }

    private Answer upserted(int version, String name) {
        return world.tryEvent(
                "contact.upserted",
                Map.of(
                        "firmId",
                        firm.id(),
                        "contactId",
                        "c1",
                        "version",
                        version,
                        "type",
                        "PERSON",
                        "name",
                        name,
                        "emails",
                        List.of(staying),
                        "archived",
                        false));
    }
}
