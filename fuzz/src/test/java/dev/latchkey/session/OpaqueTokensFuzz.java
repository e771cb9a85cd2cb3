package dev.latchkey.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.accountlink.AccountToken;
import dev.latchkey.device.DeviceSecret;
import dev.latchkey.fuzz.Foreign;
import dev.latchkey.magiclink.LinkId;
import dev.latchkey.magiclink.LinkToken;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One string is one kind of token or none; what is taken has no second spelling, gets through the door for opaque tokens
 * and shows its secret to nobody who prints it.
 */
public final class OpaqueTokensFuzz {

    private OpaqueTokensFuzz() {}

    /** Bytes are one token of any kind. */
    public static void fuzzerTestOneInput(byte[] data) {
        String text = Foreign.text(data);
        Optional<LinkToken> link = LinkToken.parse(text);
        Optional<RefreshToken> refresh = RefreshToken.parse(text);
        Optional<ChallengeToken> challenge = ChallengeToken.parse(text);
        assertThat(Stream.of(link, refresh, challenge, AccountToken.parse(text)).filter(Optional::isPresent))
                .hasSizeLessThanOrEqualTo(1);
        link.ifPresent(token -> judge(text, token.text(), token, token.id().text()));
        refresh.ifPresent(token -> judge(text, token.text(), token, "" + token.generation()));
        challenge.ifPresent(token -> judge(text, token.text(), token, token.random()));
        challenge.ifPresent(
                token -> assertThat(token.key().pk()).startsWith(token.firm().value() + "#"));
        LinkId.parse(text).ifPresent(id -> assertThat(id.text()).isEqualTo(text));
        SessionId.parse(text).ifPresent(id -> assertThat(id.text()).isEqualTo(text));
        DeviceSecret.parse(text).ifPresent(device -> {
            assertThat(device.value()).isEqualTo(text).hasSize(43);
            assertThat(device).hasToString("DeviceSecret");
        });
    }

    private static void judge(String sent, String written, Object token, String shown) {
        assertThat(written).isEqualTo(sent).matches("[A-Za-z0-9._~-]{22,400}");
        assertThat(token).hasToString(token.getClass().getSimpleName() + "[" + shown + "]");
    }
}
