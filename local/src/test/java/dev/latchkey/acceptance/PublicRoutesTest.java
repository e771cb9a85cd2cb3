package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.house.Repository;
import dev.latchkey.local.template.DeclaredFunction;
import dev.latchkey.local.template.Route;
import dev.latchkey.local.template.SamTemplate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every route of the template either asks for a token or is on the list below. */
class PublicRoutesTest {

    static final Set<String> PUBLIC = Set.of(
            "POST /v1/magic-links/inspect",
            "POST /v1/magic-links/redeem",
            "POST /v1/magic-links/renew",
            "POST /v1/firms/{firmId}/magic-links",
            "GET /v1/firms/{firmId}/portal",
            "POST /v1/firms/{firmId}/accounts",
            "POST /v1/accounts/set-up",
            "POST /v1/accounts/set-up/inspect",
            "POST /v1/accounts/set-up/renew",
            "POST /v1/password/reset/inspect",
            "POST /v1/firms/{firmId}/login",
            "POST /v1/firms/{firmId}/password/forgot",
            "POST /v1/password/reset",
            "POST /v1/sessions/refresh",
            "POST /v1/logout",
            "GET /.well-known/jwks.json",
            "GET /.well-known/openid-configuration");

    @Test
    void aRouteThatIsNotOnThePublicList_refusesWhoeverHasNoToken() {
        Api api = World.get().api();
        Set<String> open = new TreeSet<>();
        for (String route : routes()) {
            String[] parts = route.split(" ", 2);
            String path = parts[1].replaceAll("\\{[A-Za-z]+}", "c1");
            Answer answer = api.send(parts[0], path, parts[0].equals("GET") ? null : "{}");
            if (answer.status() != 401) {
                open.add(route);
            }
        }
        assertThat(open).isEqualTo(new TreeSet<>(PUBLIC));
    }

    /** Method and path of every route of the template. */
    static List<String> routes() {
        return SamTemplate.declared(Repository.file("template.yaml")).stream()
                .flatMap(DeclaredFunction::routes)
                .map(Route::key)
                .toList();
    }
}
