package dev.latchkey.local.aws.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.house.Repository;
import dev.latchkey.local.template.SamFunction;
import dev.latchkey.local.template.SamTemplate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may do what is dangerous, by template.yaml as it is deployed, judged as IAM judges. */
class DeployedPoliciesTest {
    private static final String TABLE = "arn:aws:dynamodb:eu-west-1:000000000000:table/latchkey";
    private static final String SES = "arn:aws:ses:eu-west-1:000000000000:";
    private static final String OTHER_KEY = "arn:key/other";
    private static final Map<String, String> PARAMETERS = Map.ofEntries(
            Map.entry("Issuer", "https://api.example.com"),
            Map.entry("PortalUrl", "https://portal.example.com"),
            Map.entry("AllowedOrigins", "https://portal.example.com"),
            Map.entry("StaffIssuer", "https://idp.example.com"),
            Map.entry("StaffAudience", "staff"),
            Map.entry("StaffKeysUrl", "https://idp.example.com/keys"),
            Map.entry("MailFrom", "portal@example.com"),
            Map.entry("MailDomain", "example.com"),
            Map.entry("DirectoryBus", "directory"),
            Map.entry("Release", "test"));
    private static final Map<String, String> RESOURCES = Map.of(
            "SigningKey.Arn", "arn:key/signing",
            "CodesKey.Arn", "arn:key/codes",
            "CursorsKey.Arn", "arn:key/cursors",
            "SecretsKey.Arn", "arn:key/secrets",
            "MailRules", "rules");
    private static final List<Role> ROLES = roles(Map.of());
    private static final List<String> LET_SOMEBODY_IN = List.of(
            "LogInFunction",
            "RedeemMagicLinkFunction",
            "RefreshSessionFunction",
            "SetUpAccountFunction",
            "VerifyRecoveryCodeFunction",
            "VerifyTotpFunction");

    @Test
    void onlyFunctionsThatLetSomebodyIn_maySign_withTheOneKeyAndItsOwnAlgorithm() {
        assertThat(who(ROLES, sign("arn:key/signing", "RSASSA_PKCS1_V1_5_SHA_256")))
                .isEqualTo(LET_SOMEBODY_IN);
        assertThat(who(ROLES, sign("arn:key/signing", "RSASSA_PSS_SHA_256"))).isEmpty();
        assertThat(who(ROLES, sign("arn:key/signing", "ECDSA_SHA_256"))).isEmpty();
        assertThat(who(roles(Map.of("SigningAlgorithm", "ES256")), sign("arn:key/signing", "ECDSA_SHA_256")))
                .isEqualTo(LET_SOMEBODY_IN);
        assertThat(resources("kms:Sign")).containsExactly("arn:key/signing");
    }

    @Test
    void whileKeysAreRotated_othersArePublished_andTheNewOneAloneSigns() {
        List<Role> rotating = roles(Map.of("CurrentSigningKey", "arn:key/new", "OtherSigningKeys", OTHER_KEY));
        assertThat(who(rotating, new Need("kms:GetPublicKey", OTHER_KEY))).contains("GetJwksFunction", "GetMeFunction");
        assertThat(who(rotating, sign(OTHER_KEY, "RSASSA_PKCS1_V1_5_SHA_256"))).isEmpty();
        assertThat(who(rotating, sign("arn:key/new", "RSASSA_PKCS1_V1_5_SHA_256")))
                .isEqualTo(LET_SOMEBODY_IN);
        assertThat(who(ROLES, new Need("kms:GetPublicKey", OTHER_KEY))).isEmpty();
    }

    @Test
    void onlyWhatJudgesCodesOfApps_mayOpenTheirSecrets_andOnlyWhatSetsAppsUpSealsThem() {
        Map<String, String> ours = Map.of("purpose", "totp", "firm", "f", "account", "a");
        assertThat(who(ROLES, secret("kms:Decrypt", ours)))
                .containsExactly(
                        "ChangePasswordFunction",
                        "EnrollTotpFunction",
                        "RemoveTotpFunction",
                        "RenewRecoveryCodesFunction",
                        "VerifyTotpFunction");
        assertThat(who(ROLES, secret("kms:Encrypt", ours))).containsExactly("EnrollTotpFunction");
        for (String action : List.of("kms:Decrypt", "kms:Encrypt")) {
            assertThat(resources(action)).containsExactly("arn:key/secrets");
            for (String missing : ours.keySet()) {
                assertThat(who(ROLES, secret(action, without(ours, missing)))).isEmpty();
            }
            assertThat(who(ROLES, secret(action, Map.of()))).isEmpty();
            assertThat(who(ROLES, secret(action, with(ours, "purpose", "backup"))))
                    .isEmpty();
            assertThat(who(ROLES, secret(action, with(ours, "more", "x")))).isEmpty();
        }
    }

    @Test
    void onlyTheSender_mayMail_andOnlyFromTheOneAddress() {
        for (String resource : List.of("identity/example.com", "configuration-set/rules")) {
            assertThat(who(ROLES, mail(SES + resource, "portal@example.com"))).containsExactly("MailSenderFunction");
            assertThat(who(ROLES, mail(SES + resource, "boss@example.com"))).isEmpty();
        }
        assertThat(grants().filter(grant -> grant.action().startsWith("ses:")))
                .allSatisfy(grant -> assertThat(grant.action()).isEqualTo("ses:SendEmail"))
                .allSatisfy(grant -> assertThat(grant.resource()).doesNotContain("*"));
    }

    @Test
    void onlyWhatErases_mayChangeTheTrail() {
        for (String action : List.of("dynamodb:UpdateItem", "dynamodb:DeleteItem")) {
            assertThat(who(ROLES, item(action, "acme#audit#2026-11")))
                    .as(action)
                    .containsExactly("EraseFunction");
        }
        assertThat(who(ROLES, item("dynamodb:BatchWriteItem", "acme#audit#2026-11")))
                .isEmpty();
        assertThat(who(ROLES, item("dynamodb:UpdateItem", "acme#account#x"))).isNotEmpty();
        assertThat(who(ROLES, item("dynamodb:PutItem", "acme#audit#2026-11"))).isNotEmpty();
    }

    @Test
    void onlyWhatSetsAPassword_aSecondFactor_orASessionUp_mayWriteItsSecrets() {
        for (String action : List.of("dynamodb:PutItem", "dynamodb:UpdateItem")) {
            assertThat(writers(action, "passwordHash"))
                    .isSubsetOf(
                            "ChangePasswordFunction", "LogInFunction", "ResetPasswordFunction", "SetUpAccountFunction");
            for (String attribute : List.of("secret", "temporary", "code:0", "code:9")) {
                assertThat(writers(action, attribute))
                        .isSubsetOf(
                                "EnrollTotpFunction",
                                "IssueTemporaryCodeFunction",
                                "RenewRecoveryCodesFunction",
                                "VerifyRecoveryCodeFunction",
                                "VerifyTotpFunction");
            }
            for (String attribute : List.of("familyHash", "familySalt")) {
                assertThat(writers(action, attribute))
                        .isSubsetOf(
                                "LogInFunction",
                                "RedeemMagicLinkFunction",
                                "SetUpAccountFunction",
                                "VerifyRecoveryCodeFunction",
                                "VerifyTotpFunction");
            }
            assertThat(writers(action, "lastLoginAt")).hasSizeGreaterThan(20);
        }
    }

    @Test
    void cursorsHaveAKeyOfTheirOwn_andWhatListsKnowsNoCode() {
        assertThat(who(ROLES, new Need("kms:GenerateMac", "arn:key/cursors")))
                .containsExactly("InviteContactsFunction", "ListAuditEventsFunction", "ListPortalAccessFunction");
        assertThat(who(ROLES, new Need("kms:GenerateMac", "arn:key/codes")))
                .containsExactly(
                        "EnrollTotpFunction",
                        "IssueTemporaryCodeFunction",
                        "MailSenderFunction",
                        "RedeemMagicLinkFunction",
                        "RemoveTotpFunction",
                        "RenewRecoveryCodesFunction",
                        "VerifyRecoveryCodeFunction",
                        "VerifyTotpFunction");
    }

    @Test
    void nobodyReadsTheWholeTable_orChangesWhatItIs() {
        assertThat(grants().map(Grant::action)
                        .filter(action -> action.startsWith("dynamodb:"))
                        .distinct())
                .containsExactlyInAnyOrder(
                        "dynamodb:GetItem",
                        "dynamodb:BatchGetItem",
                        "dynamodb:Query",
                        "dynamodb:PutItem",
                        "dynamodb:UpdateItem",
                        "dynamodb:DeleteItem",
                        "dynamodb:ConditionCheckItem",
                        "dynamodb:DescribeStream",
                        "dynamodb:GetRecords",
                        "dynamodb:GetShardIterator",
                        "dynamodb:ListStreams");
    }

    private static Need sign(String key, String algorithm) {
        return new Need("kms:Sign", key, Map.of("kms:SigningAlgorithm", List.of(algorithm)));
    }

    private static Need secret(String action, Map<String, String> context) {
        Map<String, List<String>> told = new HashMap<>();
        context.forEach((name, value) -> told.put("kms:EncryptionContext:" + name, List.of(value)));
        told.put("kms:EncryptionContextKeys", List.copyOf(context.keySet()));
        return new Need(action, "arn:key/secrets", told);
    }

    private static Need mail(String resource, String from) {
        return new Need("ses:SendEmail", resource, Map.of("ses:FromAddress", List.of(from)));
    }

    private static Need item(String action, String partition) {
        return new Need(action, TABLE, Map.of("dynamodb:LeadingKeys", List.of(partition)));
    }

    /** Who may write an item that has this attribute beside a harmless one. */
    private static List<String> writers(String action, String attribute) {
        Map<String, List<String>> context = Map.of(
                "dynamodb:LeadingKeys", List.of("acme#address#x"),
                "dynamodb:Attributes", List.of("pk", "sk", "at", attribute));
        return who(ROLES, new Need(action, TABLE, context));
    }

    private static List<String> who(List<Role> roles, Need need) {
        return roles.stream()
                .filter(role -> role.judge(need) instanceof Verdict.Granted)
                .map(Role::function)
                .sorted()
                .toList();
    }

    private static Stream<Grant> grants() {
        return ROLES.stream().flatMap(Role::grants);
    }

    private static List<String> resources(String action) {
        return grants().filter(grant -> grant.action().equals(action))
                .map(Grant::resource)
                .distinct()
                .toList();
    }

    private static List<Role> roles(Map<String, String> parameters) {
        Map<String, String> all = new HashMap<>(PARAMETERS);
        all.putAll(parameters);
        List<SamFunction> functions = SamTemplate.read(Repository.file("template.yaml"), all, RESOURCES)
                .functions();
        return functions.stream().map(Role::of).toList();
    }

    private static Map<String, String> with(Map<String, String> context, String name, String value) {
        Map<String, String> changed = new HashMap<>(context);
        changed.put(name, value);
        return changed;
    }

    private static Map<String, String> without(Map<String, String> context, String name) {
        return context.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(name))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
