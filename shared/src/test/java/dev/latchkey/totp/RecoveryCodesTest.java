package dev.latchkey.totp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.crypto.Randomness;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecoveryCodesTest {

    @Test
    void tenCodesAreMade_allDifferent_andKeptByTheirPlacesAsTagsOnly() {
        Randomness randomness = new Randomness();
        List<String> derived = new ArrayList<>();
        RecoveryCodeMac.Tagger tagger = new RecoveryCodeMac.Tagger(() -> {
            derived.add(randomness.secret());
            return derived.getLast();
        });
        assertThat(derived).as("costs nothing yet").isEmpty();
        RecoveryCodes made = RecoveryCodes.make(tagger, randomness);
        assertThat(made.codes()).hasSize(10).doesNotHaveDuplicates();
        assertThat(made.codes()).allMatch(code -> code.value().matches("[0-9A-HJKMNP-TV-Z]{16}"));
        assertThat(made.tags()).hasSize(10);
        IntStream.range(0, 10)
                .forEach(place -> assertThat(made.tags())
                        .containsEntry(
                                Integer.toString(place), tagger.tag(made.codes().get(place))));
        assertThat(derived).as("one key for all").hasSize(1);
    }
}
