package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contact.Email;
import dev.latchkey.contact.Principal;
import dev.latchkey.firm.FirmId;
import dev.latchkey.local.table.LocalClients;
import dev.latchkey.store.Key;
import dev.latchkey.totp.AuthenticatorItem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.kms.KmsClient;

/** Codes of a known secret at known times, through the whole way from the wire to the table. */
class TotpVectorsTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final SecondFactor codes = new SecondFactor(firm);

    TotpVectorsTest() {
        codes.enrolled(address);
    }

    /** RFC 6238 appendix B, the last six digits of the values for SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void theCodesOfTheStandard_areTaken(long second, String code) {
        knownSecret(0);
        world.clockAt(Instant.ofEpochSecond(second));
        assertThat(new App(world, new Base32().encodeToString(SECRET)).at(second / 30))
                .isEqualTo(code);
        Answer in = codes.verify(codes.challenge(address), code);
        assertThat(in.status()).as(in.text()).isEqualTo(200);
    }

    @Test
    void theCodeOfZeros_isACodeLikeAnyOther() {
        knownSecret(0);
        App app = new App(world, new Base32().encodeToString(SECRET));
        long step = 60_360_134;
        assertThat(app.at(step)).isEqualTo("000000");
        world.clockAt(Instant.ofEpochSecond(step * 30));
        assertThat(codes.verify(codes.challenge(address), "000000").status()).isEqualTo(200);
    }

    @Test
    void whereNeighbouringStepsHaveTheSameCode_theLaterIsSpent_andNoneIsLeft() {
        knownSecret(0);
        App app = new App(world, new Base32().encodeToString(SECRET));
        long step = 62_075_368;
        String code = app.at(step);
        assertThat(app.at(step + 1)).isEqualTo(code);
        world.clockAt(Instant.ofEpochSecond(step * 30));
        assertThat(codes.verify(codes.challenge(address), code).status()).isEqualTo(200);
        world.clockAt(Instant.ofEpochSecond((step + 1) * 30));
        assertThat(codes.verify(codes.challenge(address), code).code()).isEqualTo("invalid-code");
        world.clockAt(Instant.ofEpochSecond((step + 2) * 30));
        assertThat(codes.verify(codes.challenge(address), code).code()).isEqualTo("invalid-code");
        assertThat(codes.verify(codes.challenge(address), app.at(step + 2)).status())
                .isEqualTo(200);
    }

    /** The clock of the functions stands between two calls, and only the time of a call or two passes. */
    @Test
    void atTheBoundaryOfASteps_theWindowMovesOn_toTheMillisecond() {
        knownSecret(0);
        App app = new App(world, new Base32().encodeToString(SECRET));
        long step = 66_000_000;
        world.clockAt(Instant.ofEpochSecond((step + 2) * 30));
        assertThat(codes.verify(codes.challenge(address), app.at(step)).code())
                .as("the window has moved on")
                .isEqualTo("invalid-code");
        world.clockAt(Instant.ofEpochSecond((step + 1) * 30 + 20));
        assertThat(codes.verify(codes.challenge(address), app.at(step)).status())
                .isEqualTo(200);
    }

    /** Puts the secret into the place of the app's, sealed as the functions seal it. */
    private void knownSecret(long lastStep) {
        FirmId id = new FirmId(firm.id());
        Principal principal = Principal.of(id, Email.parse(address).orElseThrow());
        Key key = AuthenticatorItem.key(id, principal);
        try (KmsClient kms = LocalClients.kms(world.aws(), "local")) {
            byte[] sealed = kms.encrypt(request -> request.keyId("alias/latchkey-secrets")
                            .encryptionContext(
                                    Map.of("firm", firm.id(), "account", principal.value(), "purpose", "totp"))
                            .plaintext(SdkBytes.fromByteArray(SECRET)))
                    .ciphertextBlob()
                    .asByteArray();
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
            TableHand.set(world, key, "secret", AttributeValue.fromS(text));
            TableHand.set(world, key, "lastStep", AttributeValue.fromN(Long.toString(lastStep)));
        }
    }
}
