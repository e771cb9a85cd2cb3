package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.store.Key;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Order(2)
class MailLimitTest {

    private static final int HOUR = 3600;

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final Sources sources = new Sources(world, firm);

    @Test
    void withinSixtySecondsOfAMail_anAddressGetsNoOther_andTheAskerIsToldNothing() {
        sources.ask("127.0.0.2", address, 0);
        Answer second = sources.ask("127.0.0.2", address, 59_999);
        assertThat(second.text("/status")).isEqualTo("ACCEPTED");
        assertThat(second.text("/linkId")).as("of a link that is nobody's").isNotEmpty();
        assertThat(mails()).isEqualTo(1);
        sources.ask("127.0.0.2", address, 60_000);
        assertThat(mails()).isEqualTo(2);
    }

    @Test
    void anAddressGetsFiveMailsAnHour_andTheSixthAtTheInstantThatTheFirstIsAnHourOld() {
        for (int i = 0; i < 5; i++) {
            sources.ask("127.0.0.2", address, i * 60_000L);
            assertThat(mails()).isEqualTo(i + 1);
        }
        assertThat(sources.ask("127.0.0.2", address, HOUR * 1000L - 1).status()).isEqualTo(202);
        assertThat(mails()).isEqualTo(5);
        sources.ask("127.0.0.2", address, HOUR * 1000L);
        assertThat(mails()).isEqualTo(6);
        sources.ask("127.0.0.2", address, HOUR * 1000L + 60_000 - 1);
        assertThat(mails()).isEqualTo(6);
    }

    @Test
    void anAddressGetsFifteenMailsAnHour_fromHoweverManySources_silently() {
        for (int i = 0; i < 18; i++) {
            assertThat(sources.ask("127.0.1." + i, address, i * 1000L).status()).isEqualTo(202);
            assertThat(mails()).isEqualTo(Math.min(i + 1, 15));
        }
        assertThat(sources.ask("127.0.1.99", address, HOUR * 1000L - 1).status())
                .isEqualTo(202);
        assertThat(mails()).isEqualTo(15);
        sources.ask("127.0.1.99", address, HOUR * 1000L);
        assertThat(mails()).isEqualTo(16);
    }

    @Test
    void whatStrangersAskFor_takesNothingFromAKnownDevice_whichHasAnAllowanceOfItsOwn() {
        String device = TestFirm.device();
        firm.redeem(firm.mailed("c1", "r1").token(), device);
        int before = mails();
        for (int i = 0; i < 15; i++) {
            sources.ask("127.0.1." + i, address, i * 1000L);
        }
        assertThat(mails()).isEqualTo(before + 15);
        for (int i = 0; i < 5; i++) {
            sources.ask("127.0.1.1", device, address, 20_000 + i * 60_000L);
            assertThat(mails()).isEqualTo(before + 16 + i);
        }
        sources.ask("127.0.1.1", device, address, 20_000 + 4 * 60_000L + 59_999);
        sources.ask("127.0.1.1", device, address, 20_000 + 5 * 60_000L);
        assertThat(mails()).isEqualTo(before + 20);
        new Staff(firm).unlock("c1");
    }

    @Test
    void aSourceAsksSixtyTimesAnHour_whateverItAsksFor_andThenIsToldWhenAgain() {
        for (int i = 0; i < 60; i++) {
            assertThat(sources.ask("127.0.0.3", i % 2 == 0 ? address : "nobody" + i + "@example.com", i * 1000L)
                            .status())
                    .isEqualTo(202);
        }
        Answer refused = sources.ask("127.0.0.3", address, 60_000);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("too-many-requests");
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(HOUR - 60, HOUR);
        assertThat(sources.ask("127.0.0.4", address, 60_000).status()).isEqualTo(202);
        assertThat(sources.ask("127.0.0.3", address, HOUR * 1000L + 60_000).status())
                .isEqualTo(202);
    }

    @Test
    void whatAClientSaysOfItsAddress_decidesNothing() {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < 61; i++) {
            String claimed = "203.0.113." + i;
            answers.add(world.api()
                    .post(
                            "/v1/firms/" + firm.id() + "/magic-links",
                            Map.of("email", TestFirm.address()),
                            "X-Forwarded-For",
                            claimed,
                            "X-Real-IP",
                            claimed,
                            "Forwarded",
                            "for=" + claimed));
        }
        assertThat(answers.getLast().status()).isEqualTo(429);
    }

    @Test
    void aFirmIsAskedTwoThousandTimesAnHour_byHoweverMany_andOtherFirmsAreUnharmed() {
        asked(firm, 1_999);
        assertThat(sources.ask("127.1.0.98", address, 0).status()).isEqualTo(202);
        assertThat(sources.ask("127.1.0.99", address, 0).status()).isEqualTo(429);
        TestFirm other = world.firm().contact("c1", 1, address);
        assertThat(new Sources(world, other).ask("127.1.0.99", address, 0).status())
                .isEqualTo(202);
        assertThat(sources.ask("127.1.0.99", address, HOUR * 1000L).status()).isEqualTo(202);
    }

    @Test
    @Tag("crowd")
    void askedAThousandTimesForOneAddress_sendsOneMail_andAsksKmsOnce() {
        JsonNode before = world.quietCalls();
        List<Answer> answers = new ArrayList<>();
        for (int burst = 0; burst < 20; burst++) {
            answers.addAll(Race.of(50, runner -> firm.ask(address)));
        }
        assertThat(answers.stream().filter(answer -> answer.status() == 202)).hasSize(60);
        assertThat(answers.stream().filter(answer -> answer.status() != 202))
                .allMatch(answer -> answer.status() == 429);
        JsonNode after = world.quietCalls();
        assertThat(more(before, after, "/ses/SendEmail")).isEqualTo(1);
        assertThat(more(before, after, "/kms/GenerateMac")).isEqualTo(1);
        assertThat(mails()).isEqualTo(1);
    }

    @Test
    @Tag("crowd")
    void askedByACrowd_oneSourceGetsSixtyThrough_andTheFirmTwoThousand() {
        List<Answer> one = new ArrayList<>();
        for (int burst = 0; burst < 4; burst++) {
            int start = burst * 50;
            one.addAll(Race.of(50, runner -> firm.ask("v" + (start + runner) + "@example.com")));
        }
        assertThat(one.stream().filter(answer -> answer.status() == 202)).hasSize(60);
        asked(firm, 1_980);
        List<Answer> many =
                Race.of(50, runner -> sources.ask("127.2." + runner + ".1", "w" + runner + "@example.com", 0));
        assertThat(many.stream().map(Answer::status).distinct()).containsExactlyInAnyOrder(202, 429);
        assertThat(many.stream().filter(answer -> answer.status() == 202)).hasSize(20);
    }

    @Test
    void eachSortOfMail_isCountedApart() {
        Mail mail = firm.mailed("c1", "r1");
        for (int i = 0; i < 60; i++) {
            firm.ask(TestFirm.address());
        }
        assertThat(firm.ask(address).status()).isEqualTo(429);
        assertThat(firm.renew(mail.token()).status()).isEqualTo(202);
        firm.settled();
        assertThat(mails()).isEqualTo(2);
    }

    @Test
    void renewing_hasTheSameLimits() {
        Mail mail = firm.mailed("c1", "r1");
        for (int i = 0; i < 60; i++) {
            assertThat(firm.renew(mail.token()).status()).isEqualTo(202);
        }
        assertThat(firm.renew(mail.token()).status()).isEqualTo(429);
        firm.settled();
        assertThat(mails()).isEqualTo(2);
    }

    @Test
    @Tag("crowd")
    void staffSendAContactTwentyLinksAnHour_andAreToldWhenAgain() {
        List<Answer> answers = Race.of(25, runner -> firm.send("c1", "r" + runner));
        assertThat(answers.stream().filter(answer -> answer.status() == 202)).hasSize(20);
        Answer refused = firm.send("c1", "r99");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("too-many-requests");
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(3000, 3600);
        assertThat(firm.contact("c2", 1, address).send("c2", "r1").status()).isEqualTo(202);
        world.clock(HOUR);
        assertThat(firm.send("c1", "r99").status()).isEqualTo(202);
    }

    /** As if so many had been asked for in the firm just now. */
    private void asked(TestFirm of, int many) {
        Key key = new Key(of.id() + "#firm", "limit#sign-in-link");
        AttributeValue now = AttributeValue.fromN(Long.toString(Instant.now().toEpochMilli()));
        for (int slot = 0; slot < 40; slot++) {
            int taken = Math.clamp(many - 50L * slot, 0, 50);
            if (taken > 0) {
                TableHand.set(world, key, "t" + slot, now);
                TableHand.set(world, key, "n" + slot, AttributeValue.fromN(Integer.toString(taken)));
            }
        }
    }

    private int mails() {
        firm.settled();
        return world.mailbox(address).size();
    }

    private static int more(JsonNode before, JsonNode after, String pointer) {
        return after.at(pointer).asInt() - before.at(pointer).asInt();
    }
}
