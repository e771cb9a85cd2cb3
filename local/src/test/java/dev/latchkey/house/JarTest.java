package dev.latchkey.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.crypto.Argon2Cost;
import dev.latchkey.crypto.Argon2id;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.local.template.DeclaredFunction;
import dev.latchkey.local.template.SamTemplate;
import dev.latchkey.totp.QrCode;
import dev.latchkey.totp.Totp;
import dev.latchkey.totp.TotpCode;
import dev.latchkey.totp.TotpSecret;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The jar that goes to Lambda. */
class JarTest {

    private static final long LARGEST = 16L * 1024 * 1024;
    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
    private static final Path JAR = Repository.file("functions/target/latchkey-functions-0.1.0-lambda.jar");

    @Test
    void theJar_isAtMostSixteenMegabytes() throws IOException {
        assertThat(Files.size(JAR)).isLessThanOrEqualTo(LARGEST);
    }

    @Test
    void theJar_holdsEveryHandlerOfTheTemplate() throws IOException {
        List<String> handlers = SamTemplate.declared(Repository.file("template.yaml")).stream()
                .map(DeclaredFunction::handlerClass)
                .toList();
        assertThat(handlers).hasSizeGreaterThan(8).allMatch(handler -> handler.startsWith("dev.latchkey."));
        try (ZipFile jar = new ZipFile(JAR.toFile())) {
            assertThat(handlers).allMatch(handler -> jar.getEntry(handler.replace('.', '/') + ".class") != null);
        }
    }

    @Test
    void theJar_holdsNothingLocalAndNoOtherHttpClient() throws IOException {
        try (ZipFile jar = new ZipFile(JAR.toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .noneMatch(name -> name.startsWith("dev/latchkey/local")
                            || name.startsWith("io/netty")
                            || name.startsWith("org/apache/http")
                            || name.startsWith("com/google/"));
        }
    }

    /** The library has a class that sends secrets to a stranger's server to have them drawn; without it none can be sent. */
    @Test
    void theJar_holdsNothingThatHasQrCodesDrawnElsewhere() throws IOException {
        try (ZipFile jar = new ZipFile(JAR.toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .contains("com/warrenstrange/googleauth/GoogleAuthenticator.class")
                    .noneMatch(name -> name.contains("QRGenerator"));
        }
    }

    /** What is left out of the libraries is missed by no code and no drawing. */
    @Test
    void theJar_computesCodesAndDrawsByItself() throws IOException, ReflectiveOperationException {
        byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        URL[] jar = {JAR.toUri().toURL()};
        try (URLClassLoader alone = new URLClassLoader(jar, ClassLoader.getPlatformClassLoader())) {
            Class<?> secrets = alone.loadClass(TotpSecret.class.getName());
            Class<?> codes = alone.loadClass(TotpCode.class.getName());
            Object code = alone.loadClass(Totp.class.getName())
                    .getMethod("at", secrets, long.class)
                    .invoke(null, secrets.getMethod("of", byte[].class).invoke(null, secret), 1L);
            Optional<?> expected =
                    (Optional<?>) codes.getMethod("parse", String.class).invoke(null, "287082");
            assertThat(codes.getMethod("sameAs", codes).invoke(code, expected.orElseThrow()))
                    .isEqualTo(true);
            assertThat(alone.loadClass(QrCode.class.getName())
                            .getMethod("svg", String.class)
                            .invoke(null, "x"))
                    .isEqualTo(QrCode.svg("x"));
        }
    }

    /** Bouncy Castle goes in by a list of its classes; one that a new version adds and the list lacks shows here. */
    @Test
    void theJar_hashesAndVerifiesByItself() throws IOException, ReflectiveOperationException {
        byte[] right = "correct horse".getBytes(StandardCharsets.UTF_8);
        byte[] wrong = "correct house".getBytes(StandardCharsets.UTF_8);
        URL[] jar = {JAR.toUri().toURL()};
        try (URLClassLoader alone = new URLClassLoader(jar, ClassLoader.getPlatformClassLoader())) {
            Class<?> randomness = alone.loadClass(Randomness.class.getName());
            Class<?> type = alone.loadClass(Argon2id.class.getName());
            assertThat(type).isNotEqualTo(Argon2id.class);
            Class<?> cost = alone.loadClass(Argon2Cost.class.getName());
            Object hasher = type.getConstructor(randomness, cost)
                    .newInstance(
                            randomness.getConstructor().newInstance(),
                            cost.getField("OF_PASSWORDS").get(null));
            String hash = (String) type.getMethod("hash", byte[].class).invoke(hasher, right);
            Method verify = type.getMethod("verify", byte[].class, String.class);
            assertThat(verify.invoke(hasher, right, hash)).isEqualTo(true);
            assertThat(verify.invoke(hasher, wrong, hash)).isEqualTo(false);
            assertThat(new Argon2id(new Randomness(), Argon2Cost.OF_PASSWORDS).verify(right, hash))
                    .isTrue();
        }
    }

    @Test
    void theJar_holdsNoSignatureAndOfBouncyCastleNoProvider() throws IOException {
        try (ZipFile jar = new ZipFile(JAR.toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .noneMatch(name -> SIGNATURE.matcher(name).matches()
                            || name.equals("META-INF/services/java.security.Provider")
                            || name.contains("org/bouncycastle/jcajce"));
            assertThat(jar.stream().filter(entry -> entry.getName().contains("org/bouncycastle")))
                    .hasSizeLessThan(400);
        }
    }
}
