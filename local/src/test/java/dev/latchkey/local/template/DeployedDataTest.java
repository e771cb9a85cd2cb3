package dev.latchkey.local.template;

import static dev.latchkey.local.template.Deployed.RESOURCES;
import static dev.latchkey.local.template.Deployed.list;
import static dev.latchkey.local.template.Deployed.map;
import static dev.latchkey.local.template.Deployed.properties;
import static dev.latchkey.local.template.Deployed.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the template must say of all that cannot be made again. */
class DeployedDataTest {

    @ParameterizedTest
    @ValueSource(strings = {"Table", "SigningKey", "CodesKey", "SecretsKey", "AccessLog", "FunctionLog"})
    void dataKeysAndLogs_areKeptWhateverHappensToTheStack(String kept) {
        assertThat(map(RESOURCES.get(kept)).get("DeletionPolicy")).isEqualTo("Retain");
        assertThat(map(RESOURCES.get(kept)).get("UpdateReplacePolicy")).isEqualTo("Retain");
    }

    @Test
    void theOnlyTable_isProtected_encrypted_restorable_andForgetsWhatHasExpired() {
        assertThat(Deployed.ofType("AWS::DynamoDB::Table").keySet()).containsExactly("Table");
        Map<?, ?> table = properties("Table");
        assertThat(table.get("DeletionProtectionEnabled")).isEqualTo(true);
        assertThat(map(table.get("PointInTimeRecoverySpecification")).get("PointInTimeRecoveryEnabled"))
                .isEqualTo(true);
        assertThat(map(table.get("SSESpecification")).get("SSEEnabled")).isEqualTo(true);
        assertThat(map(table.get("TimeToLiveSpecification")))
                .isEqualTo(Map.of("AttributeName", "ttl", "Enabled", true));
        assertThat(map(table.get("StreamSpecification")).get("StreamViewType")).isEqualTo("NEW_AND_OLD_IMAGES");
    }

    @Test
    void keysAreForTheAccountAndNamedServices_andEachCanBeBroughtBackForAWhile() {
        Map<String, Map<?, ?>> keys = Deployed.ofType("AWS::KMS::Key");
        assertThat(keys).hasSize(5);
        keys.forEach((name, key) -> {
            assertThat((Integer) key.get("PendingWindowInDays")).as(name).isGreaterThanOrEqualTo(7);
            for (Object statement : list(map(key.get("KeyPolicy")).get("Statement"))) {
                Object principal = map(statement).get("Principal");
                assertThat(principal).as(name).isInstanceOf(Map.class).isNotEqualTo("*");
                assertThat(map(principal).values().stream().map(Deployed::text))
                        .as(name)
                        .doesNotContain("*");
                if (map(principal).containsKey("Service")) {
                    assertThat(text(map(statement).get("Condition"))).contains("aws:SourceAccount");
                }
            }
        });
    }

    @Test
    void eachKey_isForOneUse_andThoseThatCanBeRotatedAre() {
        assertThat(properties("SigningKey").get("KeyUsage")).isEqualTo("SIGN_VERIFY");
        for (String mac : List.of("CodesKey", "CursorsKey")) {
            assertThat(properties(mac).get("KeyUsage")).isEqualTo("GENERATE_VERIFY_MAC");
        }
        for (String symmetric : List.of("SecretsKey", "MailFeedbackKey")) {
            assertThat(properties(symmetric).get("EnableKeyRotation")).isEqualTo(true);
        }
        for (String kept : List.of("SigningKey", "CodesKey", "SecretsKey")) {
            assertThat(properties(kept).get("PendingWindowInDays")).isEqualTo(30);
        }
    }

    /** With engagement tracking the mail service would lead links through a server of its own. */
    @Test
    void mailRequiresTls_andItsLinksAreNotTracked() {
        Map<?, ?> rules = properties("MailRules");
        assertThat(map(rules.get("DeliveryOptions")).get("TlsPolicy")).isEqualTo("REQUIRE");
        assertThat(map(rules.get("SuppressionOptions")))
                .as("marks of SES's own would contradict ours")
                .isEqualTo(Map.of("SuppressedReasons", List.of()));
        assertThat(rules.keySet().stream().map(Deployed::text)).doesNotContain("TrackingOptions", "VdmOptions");
        Map<String, Map<?, ?>> told = Deployed.ofType("AWS::SES::ConfigurationSetEventDestination");
        assertThat(told).hasSize(1);
        told.values()
                .forEach(destination -> assertThat(
                                list(map(destination.get("EventDestination")).get("MatchingEventTypes")).stream()
                                        .map(Deployed::text))
                        .containsExactly("bounce", "complaint"));
    }

    @Test
    void theSender_isTheVerifiedIdentityAlone() {
        assertThat(text(properties("MailSenderRole")))
                .contains("identity/${MailDomain}", "identity/${MailFrom}", "ses:FromAddress=Intrinsic[function=Ref,")
                .doesNotContain("identity/*");
    }
}
