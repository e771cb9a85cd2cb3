package dev.latchkey.staff;

import dev.latchkey.crypto.Base64Url;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;

/** What a token says, before somebody signs it. As it is made here, all of it is right; a trial changes one thing. */
record Token(String header, String claims) {

    private static final long NOW = Provider.NOW.getEpochSecond();

    /** A right one, for the key of this name. */
    static Token of(String algorithm, String kid) {
        return new Token("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\",\"kid\":\"" + kid + "\"}", """
                {"iss":"https://id.example.com","aud":"latchkey","sub":"s1","firm":"acme","roles":["portal:admin"],\
                "iat":%d,"exp":%d}""".formatted(
                        NOW, NOW + 3600));
    }

    /** The same with a further claim of no meaning, so that it is signed anew. */
    Token numbered(int number) {
        return new Token(header, claims.replace("{", "{\"n\":" + number + ","));
    }

    byte[] content() {
        return content(encoded(header), encoded(claims)).getBytes(StandardCharsets.US_ASCII);
    }

    String with(byte[] signature) {
        return new String(content(), StandardCharsets.US_ASCII) + "." + Base64Url.encode(signature);
    }

    /** Signed as the JDK signs. */
    String signed(String jdkAlgorithm, PrivateKey key) {
        return with(signature(jdkAlgorithm, key));
    }

    byte[] signature(String jdkAlgorithm, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance(jdkAlgorithm);
            signature.initSign(key);
            signature.update(content());
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static KeyPair pair(String family, AlgorithmParameterSpec kind) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(family);
            generator.initialize(kind);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String content(String header, String claims) {
        return header + "." + claims;
    }

    static String encoded(String text) {
        return Base64Url.encode(text.getBytes(StandardCharsets.UTF_8));
    }
}
