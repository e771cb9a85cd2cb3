package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * An hour in which strangers who know a client's address guess passwords and ask for mail, minute by minute. In each line a
 * letter is a try: {@code w} a wrong password, {@code i} in, {@code L} told to wait.
 */
class SiegeTest {

    private static final String SIEGE = "198.51.100.7";
    private static final List<String> TEN_SOURCES =
            IntStream.rangeClosed(1, 10).mapToObj(last -> "192.0.2." + last).toList();
    private static final String ALL_IN = "i".repeat(60);

    private final World world = World.get();

    @Test
    void fiftyGuessesAnHourFromOneSource_keepTheirOwnNetworkOut_andNobodyElse() {
        Besieged owner = Besieged.owner(world);
        List<Answer> guessed = new ArrayList<>();
        Hour hour = new Hour();
        for (int minute = 0; minute < 60; minute++) {
            world.clock(minute * 60L);
            if (minute < 50) {
                guessed.add(owner.guess(SIEGE));
                hour.note("siege", guessed.getLast());
            }
            hour.note("known, elsewhere", owner.known(Besieged.ELSEWHERE));
            hour.note("known, there", owner.known(SIEGE));
            hour.note("new, elsewhere", owner.unknown(Besieged.ELSEWHERE));
            // Getting in would clear the row, and the siege would have its ten again
            if (guessed.getLast().status() == 429 && minute < 48) {
                hour.note("new, there", owner.unknown(SIEGE));
            }
        }
        assertThat(hour.line("siege"))
                .isEqualTo("w".repeat(10) + "L".repeat(14) + "w".repeat(10) + "L".repeat(14) + "w".repeat(2));
        assertThat(hour.line("known, elsewhere")).isEqualTo(ALL_IN);
        assertThat(hour.line("known, there")).isEqualTo(ALL_IN);
        assertThat(hour.line("new, elsewhere")).isEqualTo(ALL_IN);
        assertThat(hour.line("new, there")).isEqualTo("L".repeat(28));
        assertThat(owner.unknown(SIEGE).status()).as("after the siege").isEqualTo(200);
    }

    @Test
    void tenSourcesThatGuessOnceAMinuteEach_keepNewDevicesOutByTheirHundredth_andNeverAKnownOne() {
        Besieged owner = Besieged.owner(world);
        Hour hour = new Hour();
        for (int minute = 0; minute < 36; minute++) {
            world.clock(minute * 60L);
            TEN_SOURCES.stream().map(owner::guess).forEach(answer -> hour.note("siege", answer));
            hour.note("known, elsewhere", owner.known(Besieged.ELSEWHERE));
            hour.note("known, there", owner.known(TEN_SOURCES.getFirst()));
            hour.note("new, elsewhere", owner.unknown(Besieged.ELSEWHERE));
        }
        String tried = "w".repeat(100) + "L".repeat(140);
        assertThat(hour.line("siege")).isEqualTo(tried + "w".repeat(100) + "L".repeat(20));
        assertThat(hour.line("known, elsewhere")).isEqualTo("i".repeat(36));
        assertThat(hour.line("known, there")).isEqualTo("i".repeat(36));
        String untilTheHundredth = "i".repeat(9);
        assertThat(hour.line("new, elsewhere"))
                .isEqualTo(untilTheHundredth + "L".repeat(15) + untilTheHundredth + "LLL");
    }

    @Test
    void aHundredWrongPasswordsInAMinute_keepNewDevicesOutForFifteen_andNeverAKnownOne() {
        Besieged owner = Besieged.owner(world);
        IntStream.range(0, 100).forEach(guess -> owner.guess(TEN_SOURCES.get(guess % 10)));
        Hour hour = new Hour();
        for (int minute = 0; minute < 18; minute++) {
            world.clock(minute * 60L);
            hour.note("known, elsewhere", owner.known(Besieged.ELSEWHERE));
            hour.note("known, there", owner.known(TEN_SOURCES.getFirst()));
            hour.note("new, elsewhere", owner.unknown(Besieged.ELSEWHERE));
            hour.note("new, there", owner.unknown(TEN_SOURCES.getLast()));
        }
        String outAtFirst = "L".repeat(15) + "iii";
        assertThat(hour.line("known, elsewhere")).isEqualTo("i".repeat(18));
        assertThat(hour.line("known, there")).isEqualTo("i".repeat(18));
        assertThat(hour.line("new, elsewhere")).isEqualTo(outAtFirst);
        assertThat(hour.line("new, there")).isEqualTo(outAtFirst);
    }

    @Test
    void anAddressWithoutAnAccount_isAnsweredTheSameToTheByte_atTheSameCost_inEveryMinute() {
        Besieged owner = Besieged.owner(world);
        Besieged nobody = Besieged.withoutAccount(world);
        world.quietCalls();
        Set<Map<String, Integer>> costs = IntStream.range(0, 60)
                .mapToObj(minute -> {
                    world.clock(minute * 60L);
                    String source = minute < 30 ? SIEGE : TEN_SOURCES.get(minute % 10);
                    Told ofOwner = told(() -> owner.guess(source));
                    assertThat(told(() -> nobody.guess(source)))
                            .as("minute " + minute)
                            .isEqualTo(ofOwner);
                    return ofOwner.cost();
                })
                .collect(Collectors.toSet());
        assertThat(costs)
                .containsExactlyInAnyOrder(
                        Map.of("BatchGetItem", 1), Map.of("BatchGetItem", 1, "TransactWriteItems", 2));
    }

    @Test
    void whatOneSourceAsksForInAnHour_leavesTheOwnersMail_butInItsOwnNetwork() {
        Besieged owner = Besieged.owner(world);
        askedEachMinute(owner, List.of(SIEGE), 30);
        assertThat(owner.mails()).isEqualTo(5);
        world.clock(31 * 60);
        assertThat(owner.isMailed(SIEGE, false)).isFalse();
        assertThat(owner.isMailed(SIEGE, true)).isTrue();
        assertThat(owner.isMailed(Besieged.ELSEWHERE, false)).isTrue();
        world.clock(33 * 60);
        assertThat(owner.isMailed(Besieged.ELSEWHERE, true)).isTrue();
        assertThat(owner.isMailed(Besieged.ELSEWHERE, false)).isTrue();
    }

    @Test
    void whatTenSourcesAskForInAnHour_leavesTheMailOfAKnownDevice_andItsOwnerAloneIsToldNothingElse() {
        Besieged owner = Besieged.owner(world);
        askedEachMinute(owner, TEN_SOURCES, 6);
        assertThat(owner.mails()).isEqualTo(15);
        assertThat(owner.isMailed(Besieged.ELSEWHERE, false)).isFalse();
        assertThat(owner.isMailed(Besieged.ELSEWHERE, true)).isTrue();
        world.clock(3600 + 60);
        assertThat(owner.isMailed(Besieged.ELSEWHERE, false)).isTrue();
    }

    private void askedEachMinute(Besieged owner, List<String> sources, int minutes) {
        for (int minute = 0; minute < minutes; minute++) {
            world.clock(minute * 60L);
            sources.forEach(owner::ask);
        }
        owner.firm().settled();
    }

    /** What a guesser is told, and what that cost. */
    private Told told(Supplier<Answer> guess) {
        JsonNode before = world.calls();
        Answer answer = guess.get();
        return new Told(answer.status(), answer.withoutRequestId(), Costs.between(before, world.calls()));
    }

    private record Told(int status, String text, Map<String, Integer> cost) {}

    /** A line for each of those who try. */
    private static final class Hour {

        private final Map<String, StringBuilder> lines = new HashMap<>();

        void note(String who, Answer answer) {
            lines.computeIfAbsent(who, unknown -> new StringBuilder()).append(letter(answer));
        }

        String line(String who) {
            return String.valueOf(lines.get(who));
        }

        private static char letter(Answer answer) {
            return switch (answer.status()) {
                case 200 -> 'i';
                case 401 -> 'w';
                case 429 -> 'L';
                default -> throw new IllegalStateException(answer.text());
            };
        }
    }
}
