package dev.latchkey.local.aws.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.local.aws.Clients;
import dev.latchkey.local.aws.LocalAws;
import dev.latchkey.local.aws.TestClock;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KmsInvalidMacException;
import software.amazon.awssdk.services.kms.model.MacAlgorithmSpec;

class MacsTest {
    @Test
    void mac_isTheSameEachTimeAndVerifiesForItsMessageOnly() throws Exception {
        try (var aws = LocalAws.start(TestClock.options(null));
                var kms = Clients.kms(aws.endpoint())) {
            SdkBytes mac = mac(kms, "code");
            assertThat(mac.asByteArray()).hasSize(32);
            assertThat(mac(kms, "code")).isEqualTo(mac);
            assertThat(mac(kms, "other")).isNotEqualTo(mac);
            assertThat(verify(kms, "code", mac)).isTrue();
            assertThatThrownBy(() -> verify(kms, "other", mac)).isInstanceOf(KmsInvalidMacException.class);
        }
    }

    private static SdkBytes mac(KmsClient kms, String message) {
        return kms.generateMac(request -> request.keyId("alias/latchkey-codes")
                        .macAlgorithm(MacAlgorithmSpec.HMAC_SHA_256)
                        .message(SdkBytes.fromUtf8String(message)))
                .mac();
    }

    private static boolean verify(KmsClient kms, String message, SdkBytes mac) {
        return kms.verifyMac(request -> request.keyId("alias/latchkey-codes")
                        .macAlgorithm(MacAlgorithmSpec.HMAC_SHA_256)
                        .message(SdkBytes.fromUtf8String(message))
                        .mac(mac))
                .macValid();
    }
}
