package dev.latchkey.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.local.aws.Fault.When;
import dev.latchkey.local.aws.dynamodb.Tables;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.ses.SesClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsTest {
    private LocalAws aws;
    private DynamoDbClient dynamo;
    private KmsClient kms;
    private SesClient ses;

    @BeforeAll
    void start() throws Exception {
        aws = LocalAws.start(TestClock.options(null));
        connect(Clients.PATIENCE);
        Tables.create(aws.endpoint());
    }

    private void connect(Duration patience) {
        dynamo = Clients.dynamoDb(aws.endpoint(), patience);
        kms = Clients.kms(aws.endpoint(), patience);
        ses = Clients.ses(aws.endpoint(), patience);
    }

    @AfterEach
    void clear() {
        connect(Clients.PATIENCE);
        aws.faults().clear();
    }

    @AfterAll
    void stop() {
        aws.close();
    }

    @ParameterizedTest
    @CsvSource({
        "dynamodb, ThrottlingException, 400",
        "dynamodb, InternalServerError, 500",
        "dynamodb, ProvisionedThroughputExceededException, 400",
        "kms, KMSInternalException, 500",
        "kms, DependencyTimeoutException, 500",
        "kms, LimitExceededException, 400",
        "ses, Throttling, 400",
        "ses, ServiceUnavailable, 503",
        "ses, MessageRejected, 400"
    })
    void faultBefore_isThatErrorAndHasNoEffect(String service, String error, int status) {
        aws.faults().add(new Fault(service, "*", error, 1, When.BEFORE));
        assertThatThrownBy(() -> change(service, "before-" + error))
                .isInstanceOfSatisfying(AwsServiceException.class, failed -> {
                    assertThat(failed.awsErrorDetails().errorCode()).isEqualTo(error);
                    assertThat(failed.statusCode()).isEqualTo(status);
                });
        assertThat(changed(service, "before-" + error)).isFalse();
        change(service, "again-" + error);
        assertThat(changed(service, "again-" + error)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "dynamodb, InternalServerError",
        "kms, KMSInternalException",
        "ses, InternalFailure",
        "dynamodb, DROP",
        "kms, DROP",
        "ses, DROP"
    })
    void faultAfter_hasItsEffectAllTheSame(String service, String error) {
        aws.faults().add(new Fault(service, "*", error, 1, When.AFTER));
        assertThatThrownBy(() -> change(service, "after-" + error)).isNotNull();
        assertThat(changed(service, "after-" + error)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"dynamodb", "kms", "ses"})
    void drop_closesTheConnectionUnanswered(String service) {
        aws.faults().add(new Fault(service, "*", Fault.DROP, 1, When.BEFORE));
        assertThatThrownBy(() -> change(service, "dropped")).isInstanceOf(SdkClientException.class);
        assertThat(changed(service, "dropped")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"dynamodb", "kms", "ses"})
    void hang_answersNothingUntilTheClientGivesUp(String service) {
        connect(Duration.ofSeconds(2));
        aws.faults().add(new Fault(service, "*", Fault.HANG, 1, When.BEFORE));
        assertThatThrownBy(() -> change(service, "hung"))
                .isInstanceOf(SdkClientException.class)
                .hasMessageContaining("timed out");
        assertThat(changed(service, "hung")).isFalse();
    }

    @Test
    void clearing_letsGoOfAHangingCall() {
        aws.faults().add(new Fault("kms", "CreateAlias", Fault.HANG, 1, When.AFTER));
        var call = CompletableFuture.runAsync(() -> change("kms", "let-go"));
        Awaitility.await().until(() -> changed("kms", "let-go"));
        aws.faults().clear();
        assertThatThrownBy(call::join).hasCauseInstanceOf(SdkClientException.class);
    }

    @Test
    void faultForThreeCalls_hitsThreeOfManyAtOnce() {
        aws.faults().add(new Fault("kms", "GenerateRandom", "KMSInternalException", 3, When.BEFORE));
        var calls = IntStream.range(0, 12)
                .mapToObj(_ ->
                        CompletableFuture.supplyAsync(() -> kms.generateRandom(request -> request.numberOfBytes(8))))
                .toList();
        var failed = calls.stream()
                .filter(call -> call.handle((_, failure) -> failure != null).join())
                .count();
        assertThat(failed).isEqualTo(3);
    }

    @Test
    void canceledTransaction_namesAReasonForEachItem() {
        aws.faults().add(new Fault("dynamodb", "*", "TransactionCanceledException", 1, When.BEFORE));
        assertThatThrownBy(() ->
                        dynamo.transactWriteItems(request -> request.transactItems(List.of(put("one"), put("two")))))
                .isInstanceOfSatisfying(
                        TransactionCanceledException.class,
                        canceled -> assertThat(canceled.cancellationReasons())
                                .extracting(reason -> reason.code())
                                .containsExactly("TransactionConflict", "None"));
    }

    @Test
    void everyRequest_countsOnceFaultedOrNot() {
        long before = count("dynamodb", "BatchGetItem");
        var keys = KeysAndAttributes.builder()
                .keys(List.of(Tables.key("x"), Tables.key("y")))
                .build();
        dynamo.batchGetItem(request -> request.requestItems(Map.of(Tables.NAME, keys)));
        aws.faults().add(new Fault("dynamodb", "BatchGetItem", "InternalServerError", 1, When.BEFORE));
        assertThatThrownBy(() -> dynamo.batchGetItem(request -> request.requestItems(Map.of(Tables.NAME, keys))))
                .isNotNull();
        try (var direct = Clients.dynamoDb(aws.direct())) {
            direct.batchGetItem(request -> request.requestItems(Map.of(Tables.NAME, keys)));
        }
        assertThat(count("dynamodb", "BatchGetItem") - before).isEqualTo(2);
    }

    private long count(String service, String operation) {
        return aws.calls().snapshot().getOrDefault(service, Map.of()).getOrDefault(operation, 0L);
    }

    private void change(String service, String name) {
        switch (service) {
            case "dynamodb" -> dynamo.putItem(put -> put.tableName(Tables.NAME).item(Tables.item(name, "there")));
            case "kms" ->
                kms.createAlias(alias -> alias.aliasName("alias/" + name).targetKeyId("alias/latchkey-codes"));
            default ->
                ses.sendEmail(mail -> mail.source("us@example.com")
                        .destination(to -> to.toAddresses(name + "@example.com"))
                        .message(message -> message.subject(subject -> subject.data("Hello"))
                                .body(body -> body.text(text -> text.data("Hello")))));
        }
    }

    private boolean changed(String service, String name) {
        return switch (service) {
            case "dynamodb" ->
                dynamo.getItem(get -> get.tableName(Tables.NAME).key(Tables.key(name)))
                        .hasItem();
            case "kms" ->
                kms.listAliases().aliases().stream()
                        .anyMatch(alias -> alias.aliasName().equals("alias/" + name));
            default -> !aws.mailbox().messages(name + "@example.com").isEmpty();
        };
    }

    private static TransactWriteItem put(String key) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(Tables.NAME).item(Tables.item(key, "there")))
                .build();
    }
}
