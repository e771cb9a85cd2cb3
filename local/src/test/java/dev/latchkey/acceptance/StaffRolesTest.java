package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every staff route, by role and by firm: no token, then another firm, then too low a role, and only then what is asked. */
class StaffRolesTest {

    private static final String FIRM = "/v1/firms/{firmId}/";
    private static final String CONTACT = "contacts/{contactId}/";
    private static final String REASON = "{\"reason\":\"lost their phone\"}";
    private static final String MODE = "{\"accessMode\":\"MAGIC_LINK_ONLY\"}";

    /** What a staff token's roles come to, each more than the ones before. */
    enum Standing {
        NOTHING(""),
        NONE_OF_OURS("portal:owner,PORTAL:ADMIN,portal:admin "),
        READ("portal:read"),
        SUPPORT("portal:support"),
        ADMIN("portal:admin");

        private final String roles;

        Standing(String roles) {
            this.roles = roles;
        }

        private String of(TestFirm firm) {
            return roles.isEmpty() ? firm.staff() : firm.staff(roles.split(",", -1));
        }
    }

    /** A route, the least that it needs, and a body that it takes. */
    enum Route {
        ACCESS("GET", CONTACT + "portal-access", Standing.READ, null),
        SEND("POST", CONTACT + "magic-links", Standing.SUPPORT, "{\"requestId\":\"r1\"}"),
        RESUME_MAIL("POST", CONTACT + "portal-access/resume-mail", Standing.SUPPORT, "{}"),
        INVITE("POST", CONTACT + "portal-access/invite", Standing.SUPPORT, "{}"),
        DEACTIVATE("POST", CONTACT + "portal-access/deactivate", Standing.SUPPORT, "{}"),
        REACTIVATE("POST", CONTACT + "portal-access/reactivate", Standing.SUPPORT, "{}"),
        RESET("POST", CONTACT + "portal-access/reset", Standing.SUPPORT, REASON),
        UNLOCK("POST", CONTACT + "portal-access/unlock", Standing.SUPPORT, "{}"),
        TEMPORARY_CODE("POST", CONTACT + "portal-access/temporary-code", Standing.SUPPORT, REASON),
        ACCESS_OF_ALL("GET", "portal-access", Standing.READ, null),
        FILE("GET", "portal-access", Standing.ADMIN, null),
        INVITE_MANY("POST", "portal-access/invitations", Standing.SUPPORT, "{\"contactIds\":[\"c1\"]}"),
        SETTINGS("GET", "portal-settings", Standing.READ, null),
        CHANGE("PUT", "portal-settings", Standing.ADMIN, MODE),
        PREVIEW("POST", "portal-settings/preview", Standing.ADMIN, MODE),
        AUDIT("GET", "audit-events", Standing.ADMIN, null);

        private final String method;
        private final String path;
        private final Standing least;
        private final @Nullable String body;

        Route(String method, String path, Standing least, @Nullable String body) {
            this.method = method;
            this.path = FIRM + path;
            this.least = least;
            this.body = body;
        }

        private boolean hasContact() {
            return path.contains(CONTACT);
        }
    }

    private final World world = World.get();
    private final String email = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, email);
    private final TestFirm other = world.firm().contact("c1", 1, TestFirm.address());

    @Test
    void theMatrixHasEveryRouteOfAFirm_thatIsNotOpenToAll() {
        List<String> staffRoutes = PublicRoutesTest.routes().stream()
                .filter(route -> route.contains(" " + FIRM) && !PublicRoutesTest.PUBLIC.contains(route))
                .toList();
        assertThat(Arrays.stream(Route.values())
                        .map(route -> route.method + " " + route.path)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(staffRoutes);
    }

    @ParameterizedTest
    @EnumSource
    void withoutAToken_nothingIsTold(Route route) {
        Answer own = call(route, firm.id(), "c1", "");
        assertThat(own.status()).isEqualTo(401);
        assertThat(own.code()).isEqualTo("invalid-token");
        for (String id : List.of(other.id(), "unheard-of")) {
            assertThat(shown(call(route, id, "c1", ""))).as(id).isEqualTo(shown(own));
        }
        assertThat(shown(call(route, firm.id(), "nobody", ""))).isEqualTo(shown(own));
    }

    @ParameterizedTest
    @EnumSource
    void anotherFirm_isAsIfItWereNotThere_whateverTheRole(Route route) {
        Route asked = route.hasContact() ? route : Route.ACCESS;
        Map<String, String> missing = shown(call(asked, firm.id(), "nobody", firm.staff("portal:admin")));
        assertThat(missing).containsEntry(":status", "404");
        for (Standing standing : Standing.values()) {
            String bearer = standing.of(firm);
            for (String id : List.of(other.id(), "unheard-of")) {
                assertThat(shown(call(route, id, "c1", bearer)))
                        .as(standing + " at " + id)
                        .isEqualTo(missing);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void belowTheRoleItIsForbidden_whetherTheContactIsThereOrNot_andFromThereOnItIsNot(Route route) {
        for (Standing standing : Standing.values()) {
            String bearer = standing.of(firm);
            Answer answer = call(route, firm.id(), "c1", bearer);
            if (standing.compareTo(route.least) < 0) {
                assertThat(answer.status()).as(standing.name()).isEqualTo(403);
                assertThat(answer.code()).isEqualTo("forbidden");
                assertThat(shown(call(route, firm.id(), "nobody", bearer))).isEqualTo(shown(answer));
            } else {
                assertThat(answer.status()).as(standing + answer.text()).isNotIn(401, 403, 404);
                assertThat(answer.status()).as(standing + answer.text()).isLessThan(500);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SEND", "DEACTIVATE", "REACTIVATE", "RESET", "UNLOCK", "CHANGE", "FILE"})
    void whatIsForbidden_isNotDone(Route route) {
        new Portal(firm).account(email);
        String before = firm.table();
        for (Standing standing : Standing.values()) {
            call(route, other.id(), "c1", standing.of(firm));
            call(route, firm.id(), "c1", standing.of(other));
            if (standing.compareTo(route.least) < 0) {
                call(route, firm.id(), "c1", standing.of(firm));
            }
        }
        assertThat(firm.table()).isEqualTo(before);
    }

    private Answer call(Route route, String firmId, String contactId, String bearer) {
        String path = route.path.replace("{firmId}", firmId).replace("{contactId}", contactId);
        List<String> headers = new ArrayList<>();
        if (!bearer.isEmpty()) {
            headers.addAll(List.of("Authorization", bearer));
        }
        if (route == Route.CHANGE) {
            headers.addAll(List.of("If-Match", "\"0\""));
        }
        if (route == Route.FILE) {
            headers.addAll(List.of("Accept", "text/csv"));
        }
        return world.api().send(route.method, path, route.body, headers.toArray(String[]::new));
    }

    /** All that a caller could tell two refusals apart by, but for the id of the call and the time. */
    private static Map<String, String> shown(Answer answer) {
        Map<String, String> shown = new TreeMap<>();
        answer.headers().map().forEach((name, values) -> shown.put(name, values.toString()));
        shown.keySet().removeAll(List.of("apigw-requestid", "date"));
        shown.put(":status", Integer.toString(answer.status()));
        shown.put(":body", answer.withoutRequestId());
        return shown;
    }
}
