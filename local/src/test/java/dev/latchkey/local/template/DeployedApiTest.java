package dev.latchkey.local.template;

import static dev.latchkey.local.template.Deployed.GLOBALS;
import static dev.latchkey.local.template.Deployed.RESOURCES;
import static dev.latchkey.local.template.Deployed.list;
import static dev.latchkey.local.template.Deployed.map;
import static dev.latchkey.local.template.Deployed.properties;
import static dev.latchkey.local.template.Deployed.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.house.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What the template must say of the gateway and of the functions behind it. */
class DeployedApiTest {

    private static final int GATEWAY_GIVES_UP_AFTER_SECONDS = 29;
    private static final String RANGE_SERVICE = "BREACHED_PASSWORDS_URL";
    private static final Set<String> NEEDS_AN_ACCESS_TOKEN = Set.of("staff", "session");

    private final Map<String, Map<?, ?>> functions = Deployed.ofType("AWS::Serverless::Function");

    @Test
    void eachFunctionThatAnswers_givesUpBeforeTheGatewayDoes() {
        assertThat(functions).hasSizeGreaterThan(40);
        functions.forEach((name, function) -> {
            if (!Deployed.events(function, "HttpApi").isEmpty()) {
                Object own = function.get("Timeout");
                int seconds = Integer.parseInt(text(own == null ? GLOBALS.get("Timeout") : own));
                assertThat(seconds).as(name).isLessThan(GATEWAY_GIVES_UP_AFTER_SECONDS);
            }
        });
    }

    /** A name that is no route makes the deployment fail. */
    @Test
    void routesThatNobodyNeedsAnAccessTokenFor_haveALimitOfTheirOwn_andNoOthers() throws IOException {
        Set<String> open = openRoutes();
        assertThat(open).hasSizeGreaterThan(12);
        open.add(Route.DEFAULT);
        Map<?, ?> limits = map(properties("Api").get("RouteSettings"));
        assertThat(limits.keySet().stream().map(Deployed::text)).containsExactlyInAnyOrderElementsOf(open);
        Map<?, ?> otherwise = map(properties("Api").get("DefaultRouteSettings"));
        for (String limit : List.of("ThrottlingRateLimit", "ThrottlingBurstLimit")) {
            int most = Integer.parseInt(text(otherwise.get(limit)));
            assertThat(limits.values())
                    .allSatisfy(
                            route -> assertThat((Integer) map(route).get(limit)).isBetween(1, most - 1));
        }
    }

    @Test
    void functionsThatHashPasswords_andNoOthers_haveAProcessor_allCompilers_andALimitByParameter() {
        Set<String> hashing = new TreeSet<>(Set.of(
                "SetUpAccountFunction",
                "LogInFunction",
                "ResetPasswordFunction",
                "ChangePasswordFunction",
                "EnrollTotpFunction",
                "RemoveTotpFunction"));
        functions.forEach((name, function) -> {
            String options =
                    text(map(map(function.get("Environment")).get("Variables")).get("JAVA_TOOL_OPTIONS"));
            boolean compiles = !options.equals("null");
            assertThat(compiles).as(name).isEqualTo(hashing.contains(name));
            assertThat(function.containsKey("ReservedConcurrentExecutions"))
                    .as(name)
                    .isEqualTo(compiles);
            if (compiles) {
                assertThat(function.get("MemorySize")).as(name).isEqualTo(1769);
                assertThat(options).doesNotContain("TieredStopAtLevel");
                assertThat(text(function.get("ReservedConcurrentExecutions")))
                        .contains("LimitsHashing", "argument=HashingConcurrency", "AWS::NoValue");
            }
        });
        assertThat(text(map(map(GLOBALS.get("Environment")).get("Variables")).get("JAVA_TOOL_OPTIONS")))
                .contains("-XX:TieredStopAtLevel=1");
    }

    @Test
    void functionsThatSetAPassword_andNoOthers_knowTheRangeService() {
        Map<String, String> told = new TreeMap<>();
        functions.forEach((name, function) -> {
            Map<?, ?> variables = map(map(function.get("Environment")).get("Variables"));
            if (variables.containsKey(RANGE_SERVICE)) {
                told.put(name, Deployed.referred(variables.get(RANGE_SERVICE)));
            }
        });
        assertThat(told.keySet())
                .containsExactly("ChangePasswordFunction", "ResetPasswordFunction", "SetUpAccountFunction");
        assertThat(told.values()).containsOnly("BreachedPasswordsUrl");
        assertThat(map(map(GLOBALS.get("Environment")).get("Variables")).keySet())
                .asString()
                .doesNotContain(RANGE_SERVICE);
    }

    @Test
    void theGatewaysLog_saysWhichRouteAndNotWhatWasSent_andIsKeptForAWhile() {
        Map<?, ?> log = map(properties("Api").get("AccessLogSettings"));
        assertThat(text(log.get("Format")))
                .contains("$context.routeKey", "$context.requestId", "$context.status")
                .doesNotContainIgnoringCase("querystring")
                .doesNotContainIgnoringCase("authoriz")
                .doesNotContain("$context.path", "$context.error.message", "$request", "header", "body", "cookie");
        assertThat(text(properties("Api"))).doesNotContain("DataTraceEnabled", "LoggingLevel");
        Map<String, Map<?, ?>> groups = Deployed.ofType("AWS::Logs::LogGroup");
        assertThat(groups.keySet()).containsExactly("AccessLog", "FunctionLog");
        assertThat(groups.values())
                .allSatisfy(group -> assertThat(group.get("RetentionInDays")).isEqualTo(90));
        assertThat(Deployed.referred(map(GLOBALS.get("LoggingConfig")).get("LogGroup")))
                .isEqualTo("FunctionLog");
        assertThat(functions.values())
                .allSatisfy(function ->
                        assertThat(function.containsKey("LoggingConfig")).isFalse());
    }

    /** What a gateway has judged it remembers, and would let a session in that was ended since. */
    @Test
    void theGatewayJudgesNobody_eachFunctionDoes() {
        assertThat(text(properties("Api"))).doesNotContain("Auth=", "Authorizer");
        functions
                .values()
                .forEach(function -> assertThat(Deployed.events(function, "HttpApi"))
                        .allSatisfy(event -> assertThat(event.get("Auth")).isNull()));
    }

    @Test
    void noOriginIsAWildcard() {
        Map<?, ?> cors = map(properties("Api").get("CorsConfiguration"));
        assertThat(Deployed.referred(cors.get("AllowOrigins"))).isEqualTo("AllowedOrigins");
        assertThat(text(cors)).doesNotContain("*");
        assertThat("https://*.example.com")
                .doesNotMatch(text(map(map(Deployed.TEMPLATE.get("Parameters")).get("AllowedOrigins"))
                        .get("AllowedPattern")));
    }

    @Test
    void aDomainOfItsOwn_speaksTls12AtLeast_andIsTheOnlyWayIn() {
        for (Object domain : list(properties("ApiDomain").get("DomainNameConfigurations"))) {
            assertThat(map(domain).get("SecurityPolicy")).isEqualTo("TLS_1_2");
        }
        assertThat(map(RESOURCES.get("ApiDomain")).get("Condition")).isEqualTo("HasDomain");
        assertThat(properties("Api").get("DisableExecuteApiEndpoint"))
                .isEqualTo(new Intrinsic("If", List.of("HasDomain", true, false)));
    }

    @Test
    void everyFunctionRunsOnJava25_underTheBoundary_andIsPublishedAnewByEachRelease() {
        assertThat(GLOBALS.get("Runtime")).isEqualTo("java25");
        assertThat(Deployed.referred(GLOBALS.get("PermissionsBoundary"))).isEqualTo("MostAFunctionMayDo");
        assertThat(GLOBALS.get("AutoPublishAlias")).isEqualTo("live");
        assertThat(map(map(GLOBALS.get("Environment")).get("Variables")).get("RELEASE"))
                .isEqualTo(new Intrinsic("Ref", "Release"));
        assertThat(functions).allSatisfy((name, function) -> {
            assertThat(function.get("VersionDescription")).isEqualTo(new Intrinsic("Ref", "Release"));
            assertThat(function.keySet().stream().map(Deployed::text))
                    .doesNotContain("Runtime", "PermissionsBoundary", "AutoPublishAlias", "SnapStart");
        });
        assertThat(Deployed.ofType("AWS::IAM::Role").values().stream()
                        .filter(role ->
                                text(role.get("AssumeRolePolicyDocument")).contains("lambda.amazonaws.com")))
                .isNotEmpty()
                .allSatisfy(role -> assertThat(Deployed.referred(role.get("PermissionsBoundary")))
                        .isEqualTo("MostAFunctionMayDo"));
    }

    /** For these events the transform names the source in the permission; see bin/translate-template. */
    @Test
    void whoMayInvoke_isSaidByEventsAlone() {
        assertThat(Deployed.ofType("AWS::Lambda::Permission")).isEmpty();
        functions
                .values()
                .forEach(function -> assertThat(map(function.get("Events")).values())
                        .extracting(event -> text(map(event).get("Type")))
                        .isSubsetOf("HttpApi", "SQS", "SNS", "DynamoDB"));
    }

    private static Set<String> openRoutes() throws IOException {
        Map<?, ?> contract = new Yaml().load(Files.readString(Repository.file("openapi.yaml")));
        Set<String> open = new TreeSet<>();
        map(contract.get("paths"))
                .forEach((path, methods) -> map(methods).forEach((method, operation) -> {
                    if (operation instanceof Map<?, ?> described && isOpen(described)) {
                        open.add(text(method).toUpperCase(Locale.ROOT) + " " + path);
                    }
                }));
        return open;
    }

    private static boolean isOpen(Map<?, ?> operation) {
        List<?> ways = list(operation.get("security"));
        return ways.isEmpty()
                || !ways.stream().allMatch(way -> map(way).keySet().stream().anyMatch(NEEDS_AN_ACCESS_TOKEN::contains));
    }
}
