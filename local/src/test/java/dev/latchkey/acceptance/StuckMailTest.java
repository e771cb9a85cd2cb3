package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.local.template.Deployed;
import dev.latchkey.local.template.LogPattern;
import dev.latchkey.mail.MailId;
import dev.latchkey.mail.MailKind;
import dev.latchkey.mail.MailPriority;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What can't be sent is tried a bounded number of times, parked and seen, and nothing else waits for it. */
@Order(2)
class StuckMailTest {

    private static final int MORE_THAN_ANY_RETRY = 100_000;
    private static final LogPattern PARKED =
            Objects.requireNonNull(Deployed.logPatterns().get("ParkedMail"));

    private final World world = World.impatient();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final Outgoing outbox = new Outgoing(firm);

    private long minutes;

    @Test
    @Tag("crowd")
    void aHundredMailsLeave_whileOthersArePoisonedRefusedUnknownAndWithoutAKey() {
        String refusing = "k" + TestFirm.address();
        firm.contact("c2", 1, refusing);
        outbox.refused(refusing);
        List<TestFirm> others = IntStream.range(0, 10)
                .mapToObj(_ -> world.firm().contact("c1", 1, address))
                .toList();
        world.fault("kms", "GenerateMac", "HANG", MORE_THAN_ANY_RETRY, "before");
        for (int asked = 0; asked < 10; asked++) {
            assertThat(world.firm().contact("c1", 1, address).ask(address).status())
                    .isEqualTo(202);
        }
        MailId poison = outbox.poison();
        MailId refused = outbox.notices(1, refusing, MailPriority.INTERACTIVE).getFirst();
        MailId unknown = outbox.ofUnknownKind(address);
        untilTrue(() -> outbox.failures(poison) > 0 && outbox.failures(refused) > 0);

        others.forEach(other -> new Outgoing(other).notices(10, address, MailPriority.INTERACTIVE));
        untilTrue(() -> world.mailbox(address).size() == 100);
        assertThat(world.mailbox(address)).allMatch(mail -> mail.isOf("account-created"));
        assertThat(outbox.parkedFor(unknown)).isEqualTo("unknown-kind");

        untilTrue(() -> {
            aMinutePasses();
            return !outbox.parkedFor(poison).isEmpty()
                    && !outbox.parkedFor(refused).isEmpty();
        });
        assertThat(outbox.parkedFor(poison)).isEqualTo("fault");
        assertThat(outbox.failures(poison)).isEqualTo(5);
        assertThat(outbox.parkedFor(refused)).isEqualTo("refused");
        assertThat(outbox.failures(refused)).isEqualTo(20);
        assertThat(outbox.failures(unknown)).isZero();
        assertThat(List.of(poison, refused, unknown)).allMatch(this::isSeen);

        world.noFaults();
        untilTrue(() -> {
            aMinutePasses();
            return world.mailbox(address).stream().filter(Mail::isLink).count() == 10;
        });
    }

    @Test
    void whatThisVersionDoesNotKnow_isParkedAtOnce_andLeavesOnceAVersionDoes() {
        MailId unknown = outbox.ofUnknownKind(address);
        untilTrue(() -> outbox.parkedFor(unknown).equals("unknown-kind"));
        outbox.becomes(unknown, MailKind.TOTP_ENROLLED);
        outbox.notices(1, address, MailPriority.INTERACTIVE);
        untilTrue(() -> world.mailbox(address).size() == 1);
        assertThat(world.mailbox(address)).as("parked").allMatch(mail -> mail.isOf("account-created"));
        outbox.unpark(unknown);
        untilTrue(() -> world.mailbox(address).size() == 2);
        firm.settled();
    }

    @Test
    void aSignInLink_doesNotWaitBehindThreeHundredMailsThatAreSentInARow() {
        TestFirm bulk = world.firm().contact("c1", 1, TestFirm.address());
        String many = TestFirm.address();
        bulk.contact("c2", 1, many);
        for (int hundred = 0; hundred < 3; hundred++) {
            new Outgoing(bulk).notices(100, many, MailPriority.BULK);
        }
        Mail link = firm.signInMail(address);
        assertThat(world.mailbox(many)).hasSizeLessThan(300);
        assertThat(firm.redeem(link.token(), TestFirm.device()).status()).isEqualTo(200);
        untilTrue(() -> world.mailbox(many).size() == 300);
    }

    @Test
    void staffsInvitations_areBulkWhereTheyAreMany_andRequestLinksAre() {
        world.fault("ses", "SendEmail", "ServiceUnavailable", MORE_THAN_ANY_RETRY, "before");
        firm.contact("c2", 1, TestFirm.address());
        new Staff(firm).inviteAll(Map.of("contactIds", List.of("c1")));
        new Portal(firm).invite("c2", null);
        firm.send("c1", "r1");
        firm.ask(address);
        assertThat(TableDump.partition(world, firm.id() + "#outbox").stream()
                        .map(item -> Objects.requireNonNull(item.get("sk")).s().split("#", 2)[0])
                        .filter(prefix -> !prefix.equals("tries")))
                .containsExactlyInAnyOrder("bulk", "bulk", "outbox", "outbox");
        world.noFaults();
        firm.settled();
    }

    @Test
    void anOutageOfHours_losesNothing_andNothingComesTwice() {
        List<String> addresses =
                IntStream.range(0, 10).mapToObj(_ -> TestFirm.address()).toList();
        world.fault("ses", "*", "ServiceUnavailable", MORE_THAN_ANY_RETRY, "before");
        addresses.forEach(
                each -> new Outgoing(world.firm().contact("c1", 1, each)).notices(2, each, MailPriority.BULK));
        for (int hour = 1; hour < 24; hour++) {
            world.clock(hour * 3_600L);
            int logged = world.logs().length();
            untilTrue(() -> world.logs().since(logged).contains("mail_not_sent"));
        }
        world.noFaults();
        untilTrue(() -> addresses.stream().allMatch(each -> world.mailbox(each).size() == 2));
        assertThat(addresses).allMatch(each -> world.mailbox(each).size() == 2);
    }

    @Test
    void anOutageOfMoreThanADay_parksWhatWaits_andItLeavesWhenAnOperatorSaysSo() {
        world.fault("ses", "SendEmail", "Throttling", MORE_THAN_ANY_RETRY, "before");
        MailId mail = outbox.notices(1, address, MailPriority.INTERACTIVE).getFirst();
        untilTrue(() -> outbox.failures(mail) > 0);
        world.clock(Duration.ofHours(25).toSeconds());
        untilTrue(() -> outbox.parkedFor(mail).equals("outage"));
        assertThat(isSeen(mail)).isTrue();
        world.noFaults();
        outbox.unpark(mail);
        untilTrue(() -> world.mailbox(address).size() == 1);
        firm.settled();
    }

    @Test
    void oneMailInTheHandsOfSeveral_leavesOnce() throws InterruptedException {
        MailId mail = outbox.notices(1, address, MailPriority.INTERACTIVE).getFirst();
        byte[] event = event(mail).getBytes(StandardCharsets.UTF_8);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Callable<byte[]> sender = () -> world.function("MailSenderFunction").invoke(event);
            threads.invokeAll(Collections.nCopies(4, sender));
        }
        untilTrue(() -> !world.mailbox(address).isEmpty());
        firm.settled();
        assertThat(world.mailbox(address)).hasSize(1);
    }

    private static String event(MailId mail) {
        Map<String, ?> keys = Map.of(
                "pk", Map.of("S", mail.key().pk()), "sk", Map.of("S", mail.key().sk()));
        String body = Api.write(Map.of("dynamodb", Map.of("Keys", keys)));
        return Api.write(Map.of("Records", List.of(Map.of("messageId", "m-1", "body", body))));
    }

    private boolean isSeen(MailId mail) {
        return world.logs().text().lines().anyMatch(line -> PARKED.matches(line) && line.contains(mail.id()));
    }

    /** Pauses between tries are over when the clock is moved on. */
    private void aMinutePasses() {
        minutes++;
        world.clock(60 * minutes);
    }

    private static void untilTrue(Callable<Boolean> condition) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .until(condition);
    }
}
