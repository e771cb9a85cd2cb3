package dev.latchkey.local.aws.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.local.aws.Clients;
import dev.latchkey.local.aws.LocalAws;
import dev.latchkey.local.aws.TestClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.AlreadyExistsException;
import software.amazon.awssdk.services.kms.model.DisabledException;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.kms.model.KmsInvalidStateException;
import software.amazon.awssdk.services.kms.model.NotFoundException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyLifecycleTest {
    private LocalAws aws;
    private KmsClient kms;

    @BeforeAll
    void start() throws Exception {
        aws = LocalAws.start(TestClock.options(null));
        kms = Clients.kms(aws.endpoint());
    }

    @AfterAll
    void stop() {
        aws.close();
    }

    @Test
    void key_answersToIdArnAliasAndAliasArn() {
        String arn = aws.keyArn("latchkey-signing");
        String id = arn.substring(arn.indexOf('/') + 1);
        String aliasArn = arn.substring(0, arn.lastIndexOf(':') + 1) + "alias/latchkey-signing";
        for (String name : List.of(id, arn, "alias/latchkey-signing", aliasArn)) {
            assertThat(kms.describeKey(request -> request.keyId(name))
                            .keyMetadata()
                            .arn())
                    .isEqualTo(arn);
        }
        assertThat(kms.listKeys().keys()).anyMatch(key -> key.keyArn().equals(arn));
    }

    @Test
    void wellKnownKeys_haveTheSameIdsAfterARestartInMemory() throws Exception {
        try (var second = LocalAws.start(TestClock.options(null))) {
            for (String alias :
                    List.of("latchkey-signing", "latchkey-signing-ec", "latchkey-secrets", "latchkey-codes")) {
                assertThat(second.keyArn(alias)).isEqualTo(aws.keyArn(alias));
            }
        }
    }

    @Test
    void unknownKey_isNotFound() {
        for (String name : List.of("alias/nobody", "7b0c0f5e-52c1-4f0e-9d3a-000000000000", "", "arn:aws:kms:x")) {
            assertThatThrownBy(() -> kms.getPublicKey(request -> request.keyId(name)))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void disabledKey_isRefusedUntilEnabled() {
        String id = newSigningKey();
        kms.disableKey(request -> request.keyId(id));
        assertThatThrownBy(() -> kms.getPublicKey(request -> request.keyId(id))).isInstanceOf(DisabledException.class);
        kms.enableKey(request -> request.keyId(id));
        assertThat(kms.getPublicKey(request -> request.keyId(id)).keySpec()).isEqualTo(KeySpec.ECC_NIST_P256);
    }

    @Test
    void keyPendingDeletion_cannotBeUsedOrEnabled() {
        String id = newSigningKey();
        var scheduled = kms.scheduleKeyDeletion(request -> request.keyId(id).pendingWindowInDays(7));
        assertThat(scheduled.deletionDate()).isEqualTo(TestClock.NOW.plus(Duration.ofDays(7)));
        assertThatThrownBy(() -> kms.getPublicKey(request -> request.keyId(id)))
                .isInstanceOf(KmsInvalidStateException.class);
        assertThatThrownBy(() -> kms.enableKey(request -> request.keyId(id)))
                .isInstanceOf(KmsInvalidStateException.class);
        kms.cancelKeyDeletion(request -> request.keyId(id));
        assertThat(kms.describeKey(request -> request.keyId(id)).keyMetadata().keyState())
                .isEqualTo(KeyState.DISABLED);
    }

    @Test
    void alias_namesOneKeyOnly() {
        String id = newSigningKey();
        kms.createAlias(request -> request.aliasName("alias/next").targetKeyId(id));
        assertThat(kms.listAliases(request -> request.keyId(id)).aliases())
                .singleElement()
                .satisfies(alias -> assertThat(alias.aliasName()).isEqualTo("alias/next"));
        assertThatThrownBy(() -> kms.createAlias(
                        request -> request.aliasName("alias/next").targetKeyId(id)))
                .isInstanceOf(AlreadyExistsException.class);
    }

    private String newSigningKey() {
        return kms.createKey(request -> request.keySpec(KeySpec.ECC_NIST_P256).keyUsage(KeyUsageType.SIGN_VERIFY))
                .keyMetadata()
                .keyId();
    }
}
