package dev.latchkey.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.local.template.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RouteTableTest {
    private final RouteTable table = new RouteTable(List.of(
            new Route("default", Route.ANY, Route.DEFAULT),
            new Route("greedy", "GET", "/v1/{rest+}"),
            new Route("parameter", "GET", "/v1/firms/{firmId}"),
            new Route("post", "POST", "/v1/firms/{firmId}"),
            new Route("static", "GET", "/v1/firms/all"),
            new Route("any", Route.ANY, "/v1/firms/all/now"),
            new Route("named", "GET", "/v1/firms/all/now")));

    @Test
    void aStaticPath_beatsAParameter() {
        assertThat(selected("GET", "/v1/firms/all")).hasValue("static");
        assertThat(selected("GET", "/v1/firms/acme")).hasValue("parameter");
    }

    @Test
    void aParameterOfTheRightMethod_beatsAStaticPathOfAnother() {
        assertThat(selected("POST", "/v1/firms/all")).hasValue("post");
    }

    @Test
    void aNamedMethod_beatsAny() {
        assertThat(selected("GET", "/v1/firms/all/now")).hasValue("named");
        assertThat(selected("PATCH", "/v1/firms/all/now")).hasValue("any");
    }

    @Test
    void aGreedyParameter_takesTheRestAfterAllOthers() {
        assertThat(selected("GET", "/v1/a/b%20c")).hasValue("greedy");
        assertThat(table.select("GET", "/v1/a/b%20c").orElseThrow().parameters())
                .isEqualTo(Map.of("rest", "a/b c"));
    }

    @Test
    void whatNoRouteTakes_goesToTheDefault() {
        assertThat(selected("DELETE", "/v1/firms/acme")).hasValue("default");
        assertThat(selected("POST", "/v1/firms/acme/")).hasValue("default");
        assertThat(selected("POST", "/v1/firms/")).hasValue("default");
        assertThat(new RouteTable(List.of()).select("GET", "/")).isEmpty();
    }

    @Test
    void anEncodedSlash_staysInsideItsSegment() {
        assertThat(selected("POST", "/v1/firms/a%2Fb")).hasValue("post");
        assertThat(table.select("POST", "/v1/firms/a%2Fb+c").orElseThrow().parameters())
                .isEqualTo(Map.of("firmId", "a/b+c"));
    }

    private Optional<String> selected(String method, String path) {
        return table.select(method, path).map(match -> match.route().functionId());
    }
}
