package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Fifty ask for mail at once where a row has one left: one is mailed, and everybody is told the same. */
@Tag("crowd")
@Order(2)
class MailCrowdTest {

    private static final String SOURCE = "127.0.0.2";
    private static final long MINUTE = 60_000;

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final Sources sources = new Sources(world, firm);

    @Test
    void theFifthOfAnAddressAndSource() {
        IntStream.range(0, 4).forEach(asked -> sources.ask(SOURCE, address, asked * MINUTE));
        fiftyAreMailedOnce(runner -> sources.ask(SOURCE, address, 4 * MINUTE));
    }

    @Test
    void theFifthOfAKnownDevice_fromWhereverItComes() {
        String device = TestFirm.device();
        firm.redeem(firm.mailed("c1", "r1").token(), device);
        IntStream.range(0, 4).forEach(asked -> sources.ask(SOURCE, device, address, asked * MINUTE));
        fiftyAreMailedOnce(runner -> sources.ask("127.0.2." + runner, device, address, 4 * MINUTE));
    }

    @Test
    void theFifteenthOfAnAddress_fromAllSources() {
        IntStream.range(0, 14).forEach(source -> sources.ask("127.0.1." + source, address, source * 1000L));
        fiftyAreMailedOnce(runner -> sources.ask("127.0.2." + runner, address, MINUTE));
    }

    private void fiftyAreMailedOnce(IntFunction<Answer> asking) {
        int before = mails();
        List<Answer> answers = Race.of(50, asking);
        assertThat(answers).extracting(Answer::status).containsOnly(202);
        assertThat(mails()).isEqualTo(before + 1);
        assertThat(asking.apply(50).status()).isEqualTo(202);
        assertThat(mails()).isEqualTo(before + 1);
    }

    private int mails() {
        firm.settled();
        return world.mailbox(address).size();
    }
}
