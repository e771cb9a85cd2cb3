package dev.latchkey.local.aws.iam;

import static dev.latchkey.local.aws.iam.Roles.TABLE;
import static dev.latchkey.local.aws.iam.Roles.allow;
import static dev.latchkey.local.aws.iam.Roles.deny;
import static dev.latchkey.local.aws.iam.Roles.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.latchkey.local.aws.Clients;
import dev.latchkey.local.aws.LocalAws;
import dev.latchkey.local.aws.TestClock;
import dev.latchkey.local.aws.dynamodb.Tables;
import dev.latchkey.local.template.PolicyStatement;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.SendEmailRequest;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** What each call asks leave for, on the wire, with the SDK's own clients; and how each service words its refusal. */
class PermissionsTest {
    private static final String SECRETS = "alias/latchkey-secrets";
    private static final String IDENTITY = "arn:aws:ses:eu-west-1:000000000000:identity/";
    private static final Map<String, String> CONTEXT = Map.of("purpose", "totp");

    private static LocalAws aws;
    private static DynamoDbClient operator;
    private static DynamoDbClient dynamo;
    private static KmsClient kms;
    private static SesClient ses;

    @BeforeAll
    static void start() throws IOException {
        aws = LocalAws.start(TestClock.options(null));
        Tables.create(aws.endpoint());
        operator = Clients.dynamoDb(aws.endpoint());
        dynamo = Clients.dynamoDb(aws.endpoint(), "AskingFunction");
        kms = Clients.kms(aws.endpoint(), "AskingFunction");
        ses = Clients.ses(aws.endpoint(), "AskingFunction");
    }

    @AfterAll
    static void stop() {
        List.of(operator, dynamo, kms, ses).forEach(SdkAutoCloseable::close);
        aws.close();
    }

    @Test
    void aTransaction_needsWhatItsPartsNeed_andOneThatLacksAPartDoesNothing() {
        Permissions lacking = may(allow(TABLE, "dynamodb:PutItem", "dynamodb:TransactWriteItems"));
        refused("AccessDeniedException", "dynamodb:ConditionCheckItem", () -> transact(check("a"), put("t1")));
        assertThat(isThere("t1")).isFalse();
        assertThat(lacking.denied()).singleElement().asString().startsWith("AskingFunction may not");
        may(allow(TABLE, "dynamodb:PutItem", "dynamodb:ConditionCheckItem"));
        assertThatNoException().isThrownBy(() -> transact(check("a"), put("t1")));
        assertThat(isThere("t1")).isTrue();
        refused("AccessDeniedException", "dynamodb:DeleteItem", () -> transact(delete("t1")));
    }

    @Test
    void ofATransaction_aConditionSeesEachPartsOwnKey() {
        PolicyStatement trail = when(
                deny(TABLE, "dynamodb:UpdateItem", "dynamodb:DeleteItem"),
                "ForAllValues:StringLike",
                "dynamodb:LeadingKeys",
                "*#audit#*");
        may(trail, allow(TABLE, "dynamodb:PutItem", "dynamodb:DeleteItem"));
        assertThatNoException().isThrownBy(() -> transact(put("f#audit#1"), delete("f#account")));
        refused("AccessDeniedException", "explicit deny", () -> transact(put("f#account"), delete("f#audit#1")));
        refused(
                "AccessDeniedException",
                "explicit deny",
                () -> dynamo.deleteItem(delete -> delete.tableName(Tables.NAME).key(Tables.key("f#audit#1"))));
    }

    @Test
    void aBatch_needsItsOwnAction_andAConditionSeesAllItsKeys() {
        PolicyStatement read = allow(TABLE, "dynamodb:GetItem");
        may(read);
        refused("AccessDeniedException", "dynamodb:BatchGetItem", () -> batch("own", "own2"));
        PolicyStatement batch = allow(TABLE, "dynamodb:BatchGetItem");
        may(when(batch, "ForAllValues:StringLike", "dynamodb:LeadingKeys", "own*"));
        assertThatNoException().isThrownBy(() -> batch("own", "own2"));
        refused("AccessDeniedException", "dynamodb:BatchGetItem", () -> batch("own", "other"));
    }

    @Test
    void aQueryOfAnIndex_isAboutTheIndex() {
        may(allow(TABLE, "dynamodb:Query"));
        refused("AccessDeniedException", TABLE + "/index/roll", () -> query("roll"));
        assertThatNoException().isThrownBy(() -> query(null));
        may(allow(TABLE + "/index/roll", "dynamodb:Query"));
        refused("AccessDeniedException", "dynamodb:Query", () -> query(null));
        refused("ValidationException", "index", () -> query("roll"));
    }

    @Test
    void aKey_isTheSameByEachOfItsNames_andByWhatItSealed() {
        String arn = aws.keyArn(SECRETS);
        may(allow(arn, "kms:Encrypt", "kms:Decrypt"));
        SdkBytes sealed = seal(SECRETS, CONTEXT);
        assertThatNoException().isThrownBy(() -> seal(arn, CONTEXT));
        assertThatNoException()
                .isThrownBy(
                        () -> kms.decrypt(open -> open.ciphertextBlob(sealed).encryptionContext(CONTEXT)));
        refused(
                "AccessDeniedException",
                "kms:GenerateMac",
                () -> kms.generateMac(mac -> mac.keyId("alias/latchkey-codes")
                        .macAlgorithm("HMAC_SHA_256")
                        .message(sealed)));
        refused("AccessDeniedException", "key/nowhere", () -> seal(arn.replaceFirst("/.*", "/nowhere"), CONTEXT));
    }

    @Test
    void anEncryptionContext_isSeenByNameAndByValue() {
        PolicyStatement encrypt = allow(aws.keyArn(SECRETS), "kms:Encrypt");
        may(when(encrypt, "StringEquals", "kms:EncryptionContext:purpose", "totp"));
        assertThatNoException().isThrownBy(() -> seal(SECRETS, CONTEXT));
        refused("AccessDeniedException", "kms:Encrypt", () -> seal(SECRETS, Map.of("purpose", "other")));
        refused("AccessDeniedException", "kms:Encrypt", () -> seal(SECRETS, Map.of()));
        may(when(encrypt, "ForAllValues:StringEquals", "kms:EncryptionContextKeys", "purpose"));
        refused("AccessDeniedException", "kms:Encrypt", () -> seal(SECRETS, Map.of("purpose", "totp", "more", "x")));
    }

    @Test
    void mail_needsItsIdentityAndItsConfigurationSet_andGoesOutFromTheAddressAlone() {
        PolicyStatement domain = allow(IDENTITY + "firm.test", "ses:SendEmail");
        may(when(domain, "StringEquals", "ses:FromAddress", "portal@firm.test"));
        assertThatNoException().isThrownBy(() -> send("The Firm <portal@firm.test>", null));
        refused("AccessDenied", "identity/firm.test", () -> send("boss@firm.test", null));
        refused("AccessDenied", "configuration-set/rules", () -> send("portal@firm.test", "rules"));
        try (SesClient verifying = Clients.ses(aws.endpoint())) {
            verifying.verifyEmailIdentity(verify -> verify.emailAddress("bare@firm.test"));
        }
        may(domain);
        refused("AccessDenied", "identity/bare@firm.test", () -> send("bare@firm.test", null));
    }

    @Test
    void whatWasUsed_isTold_andWhoIsNoFunctionIsNeitherJudgedNorCounted() {
        Permissions permissions = may(allow(TABLE, "dynamodb:PutItem", "dynamodb:GetItem"));
        dynamo.putItem(put -> put.tableName(Tables.NAME).item(Tables.item("u", "1")));
        operator.scan(scan -> scan.tableName(Tables.NAME));
        assertThat(permissions.used())
                .containsExactly(new Grant("AskingFunction", "dynamodb:PutItem", TABLE, "Policy.1"));
        assertThat(permissions.allowed())
                .extracting(Grant::action)
                .containsExactlyInAnyOrder("dynamodb:PutItem", "dynamodb:GetItem");
        assertThat(permissions.denied()).isEmpty();
    }

    private static Permissions may(PolicyStatement... policy) {
        return aws.enforce(List.of(Roles.function(policy)), "pk");
    }

    private static void refused(String code, String about, ThrowingCallable call) {
        assertThatExceptionOfType(AwsServiceException.class)
                .isThrownBy(call)
                .withMessageContaining(about)
                .satisfies(thrown ->
                        assertThat(thrown.awsErrorDetails().errorCode()).isEqualTo(code))
                .satisfies(
                        thrown -> assertThat(thrown.statusCode()).isEqualTo(code.equals("AccessDenied") ? 403 : 400));
    }

    private static void transact(TransactWriteItem... parts) {
        dynamo.transactWriteItems(transaction -> transaction.transactItems(parts));
    }

    private static TransactWriteItem check(String absent) {
        return TransactWriteItem.builder()
                .conditionCheck(check -> check.tableName(Tables.NAME)
                        .key(Tables.key(absent))
                        .conditionExpression("attribute_not_exists(pk)"))
                .build();
    }

    private static TransactWriteItem put(String key) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(Tables.NAME).item(Tables.item(key, "x")))
                .build();
    }

    private static TransactWriteItem delete(String key) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(Tables.NAME).key(Tables.key(key)))
                .build();
    }

    private static boolean isThere(String key) {
        return operator.getItem(get -> get.tableName(Tables.NAME).key(Tables.key(key)))
                .hasItem();
    }

    private static void batch(String... keys) {
        dynamo.batchGetItem(batch -> batch.requestItems(Map.of(
                Tables.NAME,
                KeysAndAttributes.builder()
                        .keys(List.of(keys).stream().map(Tables::key).toList())
                        .build())));
    }

    private static void query(@Nullable String index) {
        dynamo.query(query -> query.tableName(Tables.NAME)
                .indexName(index)
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(
                        Map.of(":pk", Objects.requireNonNull(Tables.key("q").get("pk")))));
    }

    private static SdkBytes seal(String key, Map<String, String> context) {
        return kms.encrypt(
                        seal -> seal.keyId(key).encryptionContext(context).plaintext(SdkBytes.fromUtf8String("secret")))
                .ciphertextBlob();
    }

    private static void send(String from, @Nullable String set) {
        SendEmailRequest.Builder mail = SendEmailRequest.builder()
                .source(from)
                .destination(to -> to.toAddresses("client@example.com"))
                .message(message ->
                        message.subject(subject -> subject.data("s")).body(body -> body.text(text -> text.data("t"))));
        ses.sendEmail(
                set == null ? mail.build() : mail.configurationSetName(set).build());
    }
}
