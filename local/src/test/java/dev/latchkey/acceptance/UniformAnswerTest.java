package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever asks for a sign-in link learns nothing of the address. */
class UniformAnswerTest {

    /** A link's id is drawn anew for each asking, also where no link is made. */
    private static final String ACCEPTED =
            "\\{\"status\":\"ACCEPTED\",\"linkId\":\"t[0-9a-f]+\\.~[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{44}\"}";

    private final World world = World.impatient();
    private final TestFirm firm = world.firm();
    private final String known = TestFirm.address();
    private final String archived = TestFirm.address();
    private final String deleted = TestFirm.address();
    private final String bounced = TestFirm.address();
    private final String unknown = TestFirm.address();

    @ParameterizedTest
    @ValueSource(strings = {"", "Throttling", "MessageRejected", "ServiceUnavailable", "DROP", "HANG"})
    void theAnswer_isTheSameToTheByte_forEveryAddress_howeverTheMailServiceIs(String error) {
        addresses();
        if (!error.isEmpty()) {
            world.fault("ses", "*", error, 50, "before");
        }
        List<Answer> answers = List.of(known, archived, deleted, bounced, unknown).stream()
                .map(firm::ask)
                .toList();
        for (Answer answer : answers) {
            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.text()).matches(ACCEPTED);
            assertThat(headers(answer)).isEqualTo(headers(answers.getFirst()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAGIC_LINK_AND_LOGIN", "MAGIC_LINK_ONLY", "MAGIC_LINK_AND_LOGIN_2FA"})
    void theAnswer_isTheSameInEveryAccessMode(String mode) {
        addresses();
        firm.accessMode(mode);
        for (String address : List.of(known, archived, bounced, unknown)) {
            assertThat(firm.ask(address).text()).matches(ACCEPTED);
        }
    }

    @Test
    void onlyTheOwnerOfAMailbox_getsAMail() {
        addresses();
        int before = world.mailbox(bounced).size();
        List.of(known, archived, deleted, bounced, unknown).forEach(firm::ask);
        firm.settled();
        assertThat(world.mailbox(known)).hasSize(1);
        assertThat(world.mailbox(bounced)).hasSize(before);
        for (String address : List.of(archived, deleted, unknown)) {
            assertThat(world.mailbox(address)).isEmpty();
        }
    }

    @Test
    void theOutbox_doesNotSayWhichAddressesAreKnown() {
        addresses();
        world.fault("ses", "*", "ServiceUnavailable", 50, "before");
        world.fault("kms", "*", "KMSInternalException", 50, "before");
        firm.ask(known);
        firm.ask(unknown);
        List<String> intents = TableDump.of(world, firm.id())
                .lines()
                .filter(line -> line.contains("#outbox"))
                .toList();
        assertThat(intents).hasSize(2).noneMatch(line -> line.contains(known) || line.contains(unknown));
        assertThat(intents.stream().map(UniformAnswerTest::shape).distinct()).hasSize(1);
    }

    @Test
    void codesTypedForALink_areAnsweredTheSame_atTheSameCost_whetherItWasMailedOrNot() {
        addresses();
        List<String> links = List.of(known, known, unknown, unknown, archived, bounced).stream()
                .map(address -> firm.ask(address).text("/linkId"))
                .toList();
        List<List<String>> told = links.stream().map(this::guesses).toList();
        assertThat(told).allMatch(one -> one.equals(told.getFirst()));
        assertThat(told.getFirst()).hasSize(6).first().asString().contains("401", "\"attemptsLeft\":4");
        assertThat(told.getFirst().getLast()).contains("410");
    }

    /** What six wrong codes are told, and cost. */
    private List<String> guesses(String link) {
        String device = TestFirm.device();
        return IntStream.range(0, 6)
                .mapToObj(guess -> {
                    JsonNode before = world.quietCalls();
                    Answer answer = firm.redeemCode(link, "ABCD-EFGH", device);
                    return answer.status() + answer.withoutRequestId() + Costs.between(before, world.calls());
                })
                .toList();
    }

    private void addresses() {
        firm.contact("c1", 1, known)
                .contact("c2", 1, archived)
                .contact("c2", 2, true, archived)
                .contact("c3", 1, deleted)
                .contact("c4", 1, bounced);
        firm.delete("c3", 2);
        firm.bounced(firm.mailed("c4", "r1"));
    }

    private static Map<String, List<String>> headers(Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        headers.remove("apigw-requestid");
        return headers;
    }

    private static String shape(String item) {
        return item.replaceAll("S=[^,)]*", "S=").replaceAll("N=[0-9]+", "N=");
    }
}
