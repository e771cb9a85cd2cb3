package dev.latchkey.totp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contact.Email;
import dev.latchkey.fuzz.Foreign;
import java.net.URI;
import java.util.Arrays;

/** Whatever a firm is called, the address that an app reads has one issuer, one account and one secret, ours. */
public final class OtpauthFuzz {

    private static final TotpSecret SECRET = TotpSecret.of(new byte[20]);

    private OtpauthFuzz() {}

    /** Bytes are a firm's name and an address with a line break between them. */
    public static void fuzzerTestOneInput(byte[] data) {
        for (String text : Foreign.texts(data)) {
            String[] both = Foreign.lines(text, 2);
            judge(both[0], Email.parse(both[1]).orElseGet(() -> new Email("c1@example.com")));
        }
    }

    private static void judge(String firm, Email account) {
        URI uri = URI.create(OtpauthUri.of(firm, account, SECRET));
        assertThat(uri.toString()).hasSizeLessThanOrEqualTo(800).matches("[!-~]+");
        String[] label = uri.getRawPath().split(":", -1);
        assertThat(label).hasSize(2);
        assertThat(uri.getPath()).endsWith(":" + account.address());
        String[] query = uri.getRawQuery().split("&", -1);
        assertThat(Arrays.stream(query).map(part -> part.split("=", -1)[0]))
                .containsExactly("secret", "issuer", "algorithm", "digits", "period");
        assertThat(query[0]).isEqualTo("secret=" + SECRET.base32());
        assertThat("/" + query[1].substring("issuer=".length()))
                .isEqualTo(label[0])
                .isNotEqualTo("/");
    }
}
