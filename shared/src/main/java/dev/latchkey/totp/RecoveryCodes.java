package dev.latchkey.totp;

import dev.latchkey.crypto.Randomness;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Ten codes as they are shown to their owner, once, and as the table keeps them.
 *
 * @param tags by their places
 */
public record RecoveryCodes(List<RecoveryCode> codes, Map<String, String> tags) {

    public static RecoveryCodes make(RecoveryCodeMac.Tagger tagger, Randomness randomness) {
        List<RecoveryCode> codes = Stream.generate(() -> RecoveryCode.random(randomness))
                .limit(Authenticator.CODES)
                .toList();
        Map<String, String> tags = new TreeMap<>();
        for (int place = 0; place < codes.size(); place++) {
            tags.put(Integer.toString(place), tagger.tag(codes.get(place)));
        }
        return new RecoveryCodes(codes, tags);
    }
}
