package dev.latchkey.password;

import static dev.latchkey.password.Judged.ONLY_FACTOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("it changes the default locale")
class PasswordCostTest {

    private static final Pattern SIGNS = Pattern.compile("[@!$({\\[<|+%]");
    private static final Locale USUAL = Locale.getDefault();

    private final List<String> measured = new ArrayList<>();

    private final Judged watched = ONLY_FACTOR.with(new PasswordRules(text -> {
        measured.add(text);
        return GuessEstimator.of(text);
    }));

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(USUAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4@8({[<369!1|0$5+7%2acme",
                ".,?!'-/_:;+()@$\"#&*<>=[]\\~%^{}|1234567890",
                "qwerfdsazxcv",
                "aabbccddeeffgg latchkey",
                "acme\uFDFA"
            })
    void aHostileText_isMeasuredInFewShortPieces_theLongerOnesWithoutSigns(String hostile) {
        String text = hostile.repeat(128).substring(0, 127) + "?";
        watched.judge(text);
        watched.judge(Judged.varied(100) + "acme" + hostile.substring(0, 5));
        assertThat(measured).hasSizeLessThanOrEqualTo(12).allSatisfy(piece -> {
            assertThat(piece).hasSizeLessThanOrEqualTo(100);
            assertThat(piece.length() <= 20
                            || SIGNS.matcher(piece).results().findAny().isEmpty())
                    .as(piece)
                    .isTrue();
        });
    }

    @Test
    void whatIsRefusedForItsLength_isNotMeasured() {
        watched.judge("a\0");
        watched.judge("short");
        watched.judge(Judged.varied(129));
        assertThat(measured).isEmpty();
    }

    @Test
    void aTurkishMachine_refusesTheSame() {
        Locale.setDefault(Locale.of("tr", "TR"));
        assertThat(ONLY_FACTOR.judge("ILOVEYOUILOVEYOU")).contains(PasswordRejection.COMMON);
        assertThat(ONLY_FACTOR.by("c1@tiffini.example").judge("TIFFINI TIFFINI 1"))
                .contains(PasswordRejection.CONTEXT);
    }
}
