package dev.latchkey.local.aws.kms;

import dev.latchkey.local.aws.wire.AwsError;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * What Encrypt hands out: a version byte, the key's id, a random nonce of 96 bits, then AES-256-GCM. Header and
 * encryption context are authenticated, so no bit of the blob and no entry of the context can change.
 */
final class CiphertextBlob {
    private static final byte VERSION = 1;
    private static final int HEADER = 17;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private CiphertextBlob() {}

    static byte[] seal(KmsKey key, byte[] plaintext, Map<String, String> context) {
        UUID id = UUID.fromString(key.id());
        byte[] nonce = new byte[NONCE];
        new SecureRandom().nextBytes(nonce);
        byte[] start = ByteBuffer.allocate(HEADER + NONCE)
                .put(VERSION)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(nonce)
                .array();
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, start, context).doFinal(plaintext);
            return ByteBuffer.allocate(start.length + sealed.length)
                    .put(start)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Refuses, without saying why, whatever was not sealed under this key and this context. */
    static byte[] open(KmsKey key, byte[] blob, Map<String, String> context) {
        int start = HEADER + NONCE;
        try {
            return cipher(Cipher.DECRYPT_MODE, key, blob, context).doFinal(blob, start, blob.length - start);
        } catch (AEADBadTagException notOurs) {
            throw invalid();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static Optional<String> keyId(byte[] blob) {
        if (blob.length <= HEADER + NONCE + TAG_BITS / 8 || blob[0] != VERSION) {
            return Optional.empty();
        }
        ByteBuffer header = ByteBuffer.wrap(blob, 1, HEADER - 1);
        return Optional.of(new UUID(header.getLong(), header.getLong()).toString());
    }

    static AwsError invalid() {
        return new AwsError("InvalidCiphertextException", "The ciphertext is not valid for this key and context.");
    }

    private static Cipher cipher(int mode, KmsKey key, byte[] blob, Map<String, String> context)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BITS, blob, HEADER, NONCE));
        cipher.updateAAD(blob, 0, HEADER);
        cipher.updateAAD(canonical(context));
        return cipher;
    }

    /** Sorted by name, each part with its length before it: no two contexts share a form. */
    private static byte[] canonical(Map<String, String> context) {
        var bytes = new ByteArrayOutputStream();
        new TreeMap<>(context).forEach((name, value) -> {
            for (String part : new String[] {name, value}) {
                byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
                bytes.writeBytes(ByteBuffer.allocate(4).putInt(utf8.length).array());
                bytes.writeBytes(utf8);
            }
        });
        return bytes.toByteArray();
    }
}
