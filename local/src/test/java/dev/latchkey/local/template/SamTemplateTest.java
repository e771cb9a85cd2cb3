package dev.latchkey.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.local.sample.SampleHandlers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamTemplateTest {
    private final SamTemplate template =
            SamTemplate.read(SampleHandlers.TEMPLATE, SampleHandlers.PARAMETERS, SampleHandlers.ATTRIBUTES);

    @TempDir
    Path directory = Path.of("");

    @Test
    void aFunction_hasTheGlobalsAndItsOwn() {
        SamFunction echo = template.function("EchoFunction");
        assertThat(echo.handlerClass()).isEqualTo("dev.latchkey.local.sample.SampleHandlers$Echo");
        assertThat(echo.timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(echo.environment())
                .isEqualTo(Map.of(
                        "TABLE", "latchkey",
                        "STAGE", "dev-eu-west-1",
                        "NAMED", "yes",
                        "KEY", "arn:aws:kms:key",
                        "LIST", "aws|b"));
        assertThat(template.function("MailFunction").timeout()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aResourceWhoseConditionDoesNotHold_isNotThere() {
        assertThat(template.functions()).extracting(SamFunction::id).doesNotContain("OnlyInProductionFunction");
    }

    @Test
    void routes_haveMethodPathAndKey() {
        assertThat(template.triggers(Route.class))
                .extracting(Route::key)
                .containsExactly(
                        "GET /items/{itemId}",
                        "PUT /items/{itemId}",
                        "GET /items/special",
                        "ANY /any",
                        "$default",
                        "POST /reply");
    }

    @Test
    void corsOrigins_comeFromTheList() {
        assertThat(template.cors())
                .isEqualTo(new Cors(
                        List.of("https://portal.example.com", "https://staff.example.com"),
                        List.of("GET", "POST", "PUT", "DELETE"),
                        List.of("authorization", "content-type", "latchkey-refresh"),
                        List.of("etag"),
                        600,
                        true));
    }

    @Test
    void aWildcardOrigin_isRefused() {
        Map<String, String> parameters = Map.of("Required", "given", "AllowedOrigins", "https://*.example.com");
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> SamTemplate.read(SampleHandlers.TEMPLATE, parameters, SampleHandlers.ATTRIBUTES))
                .withMessageContaining("wildcard");
    }

    @Test
    void theStreamSource_hasAllItsSettings() {
        StreamSource source = template.triggers(StreamSource.class).getFirst();
        assertThat(source.functionId()).isEqualTo("MailFunction");
        assertThat(source.batchSize()).isEqualTo(5);
        assertThat(source.maximumRetryAttempts()).isEqualTo(3);
        assertThat(source.bisectOnError()).isTrue();
        assertThat(source.reportsItemFailures()).isTrue();
        assertThat(source.failureDestination()).isEqualTo("UnsentMail");
        assertThat(source.filters().getFirst().at("/eventName/0").asText()).isEqualTo("INSERT");
    }

    @Test
    void theBusRule_hasItsPatternAndItsQueue_whichFeedsTheFunction() {
        BusRule rule = template.rules().getFirst();
        assertThat(rule.pattern().path("detail-type")).hasSize(3);
        assertThat(template.triggers(QueueSource.class))
                .containsExactly(new QueueSource("DirectoryFunction", rule.queue(), 3, true));
        assertThat(template.queues())
                .contains(new QueueDefinition("Events", Duration.ofSeconds(60), 2, "LostEvents"))
                .contains(new QueueDefinition("UnsentMail", Duration.ofSeconds(30), Integer.MAX_VALUE, null));
    }

    @Test
    void aFunctionThatIsInvokedAsynchronously_hasItsDestination() {
        SamFunction feedback = template.function("FeedbackFunction");
        assertThat(feedback.asyncRetries()).isEqualTo(1);
        assertThat(feedback.failureDestination()).isEqualTo("LostEvents");
    }

    @Test
    void theTable_isReadWhole() {
        var keys = List.of(new TableDefinition.Key("pk", "HASH"), new TableDefinition.Key("sk", "RANGE"));
        var byTime = List.of(new TableDefinition.Key("pk", "HASH"), new TableDefinition.Key("at", "RANGE"));
        assertThat(template.table())
                .isEqualTo(new TableDefinition(
                        Map.of("pk", "S", "sk", "S", "at", "N"),
                        keys,
                        List.of(new TableDefinition.Index("byTime", byTime, "INCLUDE", List.of("kind"))),
                        "NEW_IMAGE",
                        "expiresAt"));
    }

    @Test
    void aParameterThatDoesNotExist_isNamed() {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> SamTemplate.read(SampleHandlers.TEMPLATE, Map.of("Nonsense", "x"), Map.of()))
                .withMessageContaining("Nonsense");
    }

    @Test
    void aReferenceWithoutAValue_isNamed() {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> SamTemplate.read(SampleHandlers.TEMPLATE, SampleHandlers.PARAMETERS, Map.of()))
                .withMessageContaining("!GetAtt SigningKey.Arn");
    }

    @Test
    void anUnknownFunctionOrEventType_isNamed() throws IOException {
        assertRefused("Handler: !FindInMap [a, b, c]", "FindInMap");
        assertRefused("{Handler: 'a.B', Events: {E: {Type: Kinesis, Properties: {}}}}", "Kinesis");
        assertRefused("{Handler: 'a.B', Environment: {Variables: {X: !Ref Nobody}}}", "!Ref Nobody");
        assertRefused("{Handler: {'Fn::Transform': x}}", "Transform");
        assertRefused("{Handler: !If [Nowhere, a, b]}", "Nowhere");
    }

    private void assertRefused(String properties, String named) throws IOException {
        Path file = directory.resolve("template.yaml");
        Files.writeString(
                file,
                "Resources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      " + properties + "\n");
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> SamTemplate.read(file, Map.of(), Map.of()))
                .withMessageContaining(named);
    }
}
