package dev.latchkey.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.house.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The contract, the template and the default route's list name the same routes. */
class RoutesTest {

    private static final Pattern EVENT = Pattern.compile("Method: ([A-Z]+)\\s+Path: \"?(/[^\"\\s]+)\"?");
    private static final Pattern KNOWN = Pattern.compile("\"([A-Z]+ /[^\"]+)\"");

    @Test
    void everyRouteOfTheTemplate_isInTheContract_andTheOtherWayAbout() throws IOException {
        assertThat(routesOfTheTemplate()).isEqualTo(routesOfTheContract()).isNotEmpty();
    }

    @Test
    void theDefaultRoute_knowsExactlyThese() throws IOException {
        String source = Files.readString(Repository.file("functions/src/main/java/dev/latchkey/functions/Routes.java"));
        Set<String> known = new TreeSet<>();
        KNOWN.matcher(source).results().forEach(found -> known.add(found.group(1)));
        assertThat(known).isEqualTo(routesOfTheContract());
    }

    private static Set<String> routesOfTheTemplate() throws IOException {
        Set<String> routes = new TreeSet<>();
        Matcher event = EVENT.matcher(Files.readString(Repository.file("template.yaml")));
        while (event.find()) {
            routes.add(event.group(1) + " " + event.group(2));
        }
        return routes;
    }

    private static Set<String> routesOfTheContract() throws IOException {
        Set<String> routes = new TreeSet<>();
        Map<String, Map<String, Map<String, Object>>> contract =
                new Yaml().load(Files.readString(Repository.file("openapi.yaml")));
        contract.getOrDefault("paths", Map.of())
                .forEach((path, operations) -> operations
                        .keySet()
                        .forEach(method -> routes.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        return routes;
    }
}
