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
    void aQueue_itsFunction_andThePipeThatFillsIt_haveAllTheirSettings() throws IOException {
        SamTemplate queued = queued("");
        assertThat(queued.queues())
                .containsExactly(
                        new QueueDefinition("Work", Duration.ofSeconds(40), 7, "Lost"),
                        new QueueDefinition("Lost", Duration.ofSeconds(30), Integer.MAX_VALUE, null));
        assertThat(queued.triggers(QueueSource.class)).containsExactly(new QueueSource("F", "Work", 10, 3, true));
        StreamPipe pipe = queued.pipes().getFirst();
        assertThat(pipe.id()).isEqualTo("P");
        assertThat(pipe.queueId()).isEqualTo("Work");
        assertThat(pipe.batchSize()).isEqualTo(25);
        assertThat(pipe.filters().getFirst().at("/eventName/0").asText()).isEqualTo("INSERT");
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> queued("TargetParameters: {InputTemplate: x}"))
                .withMessageContaining("P changes what it hands on");
    }

    private SamTemplate queued(String more) throws IOException {
        Path file = directory.resolve("queued.yaml");
        Files.writeString(file, """
                Resources:
                  F:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: a.B
                      Events:
                        Q:
                          Type: SQS
                          Properties:
                            Queue: !GetAtt Work.Arn
                            FunctionResponseTypes: [ReportBatchItemFailures]
                            ScalingConfig: {MaximumConcurrency: 3}
                  Work:
                    Type: AWS::SQS::Queue
                    Properties:
                      VisibilityTimeout: 40
                      RedrivePolicy: {deadLetterTargetArn: !GetAtt Lost.Arn, maxReceiveCount: 7}
                  Lost: {Type: AWS::SQS::Queue}
                  P:
                    Type: AWS::Pipes::Pipe
                    Properties:
                      Source: !GetAtt Table.StreamArn
                      SourceParameters:
                        FilterCriteria: {Filters: [{Pattern: '{"eventName":["INSERT"]}'}]}
                        DynamoDBStreamParameters: {BatchSize: 25}
                      Target: !GetAtt Work.Arn
                      %s
                """.formatted(more));
        return SamTemplate.read(file, Map.of(), Map.of());
    }

    @Test
    void theBusRule_hasItsPatternAndItsQueue_whichFeedsTheFunction() {
        BusRule rule = template.rules().getFirst();
        assertThat(rule.pattern().path("detail-type")).hasSize(3);
        assertThat(template.triggers(QueueSource.class))
                .containsExactly(new QueueSource("DirectoryFunction", rule.queue(), 3, 1_000, true));
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
