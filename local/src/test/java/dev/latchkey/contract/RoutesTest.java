package dev.latchkey.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.functions.defaultroute.TemplateRoutes;
import dev.latchkey.local.template.DeclaredFunction;
import dev.latchkey.local.template.Route;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract, the template and what the build writes for the default route name the same routes. */
class RoutesTest {

    private final Routes contract = Routes.ofContract(Documents.plain(Documents.text(Documents.CONTRACT)));

    @Test
    void everyRouteOfTheTemplate_isInTheContract_andTheOtherWayAbout() {
        assertThat(contract.keys()).isNotEmpty();
        assertThat(Documents.functions().stream().flatMap(DeclaredFunction::routes))
                .extracting(Route::key)
                .containsExactlyInAnyOrderElementsOf(contract.keys());
    }

    @Test
    void theDefaultRoute_knowsExactlyThese() {
        assertThat(TemplateRoutes.ALL).containsExactlyInAnyOrderElementsOf(contract.keys());
    }

    @Test
    void aPath_isMatchedToTheLetter() {
        Routes routes = new Routes(Set.of("GET /things/{id}", "PUT /things/{id}", "GET /a.b"));
        assertThat(routes.methodsOf("/things/7")).containsExactly("GET", "PUT");
        assertThat(routes.know("GET", "/things/a%2Fb")).isTrue();
        assertThat(routes.know("POST", "/things/7")).isFalse();
        for (String other : new String[] {"/things/", "/things", "/things/7/", "/Things/7", "//things/7", "/aXb", ""}) {
            assertThat(routes.methodsOf(other)).as(other).isEmpty();
        }
    }
}
