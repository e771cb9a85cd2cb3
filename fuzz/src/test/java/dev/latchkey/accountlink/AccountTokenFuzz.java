package dev.latchkey.accountlink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fuzz.Foreign;

/** A set-up or reset token has one spelling, which its parts give back and its {@code toString()} doesn't. */
public final class AccountTokenFuzz {

    private AccountTokenFuzz() {}

    /** Bytes are one token. */
    public static void fuzzerTestOneInput(byte[] data) {
        String text = Foreign.text(data);
        AccountToken.parse(text).ifPresent(token -> {
            assertThat(token.text()).isEqualTo(text).matches("[A-Za-z0-9._~-]{22,400}");
            assertThat(token).hasToString("AccountToken[" + token.id().text() + "]");
            assertThat(token.id().key().pk()).startsWith(token.id().firm().value() + "#");
            assertThat(token.id().key().pk().split("#", -1)).hasSize(3);
        });
    }
}
