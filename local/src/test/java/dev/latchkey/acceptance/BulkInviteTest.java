package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Order(2)
class BulkInviteTest {

    private final World world = World.get();
    private final TestFirm firm = world.firm();
    private final Staff staff = new Staff(firm);
    private final Portal portal = new Portal(firm);

    @Test
    void whoCanBeInvitedIs_andWhoCannotIsSkippedWithTheReason() {
        String shared = TestFirm.address();
        String account = TestFirm.address();
        String bounced = TestFirm.address();
        firm.contact("c1", 1, shared)
                .contact("o1", 1, shared)
                .contact("c2", 1, account)
                .contact("c3", 1);
        firm.contact("c4", 1, TestFirm.address(), TestFirm.address()).contact("c5", 1, bounced);
        firm.contact("c6", 1, true, TestFirm.address());
        portal.account(account);
        firm.bounced(firm.mailed("c5", "r1"));
        Answer done = staff.inviteAll(
                Map.of("contactIds", List.of("c1", "o1", "c2", "c3", "c4", "c5", "c6", "nobody", "c1")));
        assertThat(done.status()).isEqualTo(202);
        assertThat(done.text()).isEqualTo("""
                {"invited":1,"skipped":[{"contactId":"o1","reason":"already-invited"},\
                {"contactId":"c2","reason":"account-exists"},{"contactId":"c3","reason":"no-address"},\
                {"contactId":"c4","reason":"email-required"},{"contactId":"c5","reason":"address-undeliverable"},\
                {"contactId":"c6","reason":"not-found"},{"contactId":"nobody","reason":"not-found"}],\
                "nextCursor":null}""");
        firm.settled();
        assertThat(portal.mails(shared, "invitation")).hasSize(1);
        assertThat(staff.access("c1").text("/status")).isEqualTo("INVITED");
        Answer again = staff.inviteAll(Map.of("contactIds", List.of("c1")));
        assertThat(again.text("/skipped/0/reason")).isEqualTo("already-invited");
        firm.settled();
        assertThat(portal.mails(shared, "invitation")).hasSize(1);
    }

    @Test
    void whoseAddressWasReplaced_isInvitedAtTheNewOne() {
        String old = TestFirm.address();
        String next = TestFirm.address();
        firm.contact("c1", 1, old);
        portal.account(old);
        firm.contact("c1", 2, next);
        assertThat(staff.inviteAll(Map.of("contactIds", List.of("c1"))).text("/invited"))
                .isEqualTo("1");
        firm.settled();
        assertThat(portal.mails(next, "invitation")).hasSize(1);
    }

    @Test
    @Tag("crowd")
    void theSameCallTwiceAtOnce_invitesEachOnce_andIsAnsweredTheSame() {
        List<String> contacts =
                IntStream.range(0, 6).mapToObj(number -> "c" + number).toList();
        contacts.forEach(contact -> firm.contact(contact, 1, TestFirm.address()));
        Map<String, List<String>> body = Map.of("contactIds", contacts);
        List<Answer> answers = Race.of(8, runner -> staff.inviteAll(body, "Idempotency-Key", "k"));
        assertThat(answers).extracting(Answer::text).containsOnly("{\"invited\":6,\"skipped\":[],\"nextCursor\":null}");
        assertThat(AuditRows.of(firm, "invitation.sent")).hasSize(6);
        assertThat(staff.inviteAll(Map.of("contactIds", List.of("c1")), "Idempotency-Key", "k")
                        .code())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void whatBrokeOffInTheMiddle_isFinishedByItsRepeat_andNothingIsDoneTwice() {
        List<String> contacts =
                IntStream.range(0, 4).mapToObj(number -> "c" + number).toList();
        contacts.forEach(contact -> firm.contact(contact, 1, TestFirm.address()));
        Map<String, List<String>> body = Map.of("contactIds", contacts);
        Tap tap = new Tap(world.aws());
        Instance instance = new Instance(world, tap.uri());
        tap.before(9, () -> world.fault("dynamodb", "TransactWriteItems", "InternalServerError", 1000, "before"));
        assertThat(instance.inviteAll(firm, contacts, "k").status()).isEqualTo(503);
        tap.close();
        world.noFaults();
        int before = AuditRows.of(firm, "invitation.sent").size();
        assertThat(before).isBetween(1, 3);
        assertThat(staff.inviteAll(body, "Idempotency-Key", "k").text())
                .isEqualTo("{\"invited\":4,\"skipped\":[],\"nextCursor\":null}");
        assertThat(AuditRows.of(firm, "invitation.sent")).hasSize(4);
    }

    @Test
    @Tag("crowd")
    void aHundredAtOnce_areInvitedInOneCall() {
        List<String> contacts =
                IntStream.range(0, 100).mapToObj(number -> "c" + number).toList();
        contacts.forEach(contact -> firm.contact(contact, 1, TestFirm.address()));
        assertThat(staff.inviteAll(Map.of("contactIds", contacts)).text("/invited"))
                .isEqualTo("100");
    }

    @Test
    @Tag("crowd")
    void allWithoutAnAccount_areInvitedInSoManyCalls_eachOnce() {
        List<String> contacts =
                IntStream.range(0, 130).mapToObj(number -> "c" + number).toList();
        contacts.forEach(contact -> firm.contact(contact, 1, TestFirm.address()));
        firm.contact("d0", 1).contact("d1", 1, true, TestFirm.address());
        staff.inviteAll(Map.of("contactIds", List.of("c7", "c8")));
        Answer first = staff.inviteAll(Map.of("status", "NO_ACCOUNT"), "Idempotency-Key", "all");
        int invited = first.body().path("invited").intValue();
        assertThat(invited).as("fewer where they take long").isBetween(1, 100);
        assertThat(first.body().path("skipped")).isEmpty();
        assertThat(staff.inviteAll(Map.of("status", "NO_ACCOUNT"), "Idempotency-Key", "all")
                        .text())
                .isEqualTo(first.text());
        Answer next = first;
        while (!next.body().path("nextCursor").isNull()) {
            next = staff.inviteAll(Map.of("status", "NO_ACCOUNT", "cursor", next.text("/nextCursor")));
            invited += next.body().path("invited").intValue();
        }
        assertThat(invited).isEqualTo(128);
        assertThat(next.body().path("skipped").toString())
                .isEqualTo("[{\"contactId\":\"d0\",\"reason\":\"no-address\"}]");
        assertThat(AuditRows.of(firm, "invitation.sent")).hasSize(130);
    }

    @Test
    void aCursorOfAnotherFirm_orForNamedContacts_isRefused() {
        TestFirm other = world.firm();
        IntStream.range(0, 101).forEach(number -> other.contact("c" + number, 1, TestFirm.address()));
        String foreign =
                new Staff(other).inviteAll(Map.of("status", "NO_ACCOUNT")).text("/nextCursor");
        firm.contact("c1", 1, TestFirm.address());
        assertThat(staff.inviteAll(Map.of("status", "NO_ACCOUNT", "cursor", foreign))
                        .code())
                .isEqualTo("invalid-cursor");
        assertThat(staff.inviteAll(Map.of("contactIds", List.of("c1"), "cursor", foreign))
                        .status())
                .isEqualTo(400);
        assertThat(staff.inviteAll(Map.of("status", "INVITED")).status()).isEqualTo(400);
        assertThat(staff.inviteAll(Map.of("status", "NO_ACCOUNT", "contactIds", List.of("c1")))
                        .status())
                .isEqualTo(400);
        assertThat(AuditRows.of(firm, "invitation.sent")).isEmpty();
    }

    @Test
    void inAFirmWithoutLogin_nobodyIsInvited() {
        firm.contact("c1", 1, TestFirm.address());
        firm.accessMode("MAGIC_LINK_ONLY");
        assertThat(staff.inviteAll(Map.of("contactIds", List.of("c1"))).code()).isEqualTo("login-off");
        assertThat(AuditRows.of(firm, "invitation.sent")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"contactIds\":[]}",
                "{\"contactIds\":\"c1\"}",
                "{\"contactIds\":[1]}",
                "{\"contactIds\":[\"c1\",null]}",
                "{\"contactIds\":[\"c#1\"]}",
                "{\"contactIds\":{\"a\":\"c1\"}}",
                "{\"contactIds\":[\"c1\"],\"email\":\"a@example.com\"}"
            })
    void whatMakesNoSenseIsRefused(String body) {
        assertThat(staff.inviteAll(body).status()).as(body).isEqualTo(400);
    }

    @Test
    void noMoreThanAHundred_andOnlyByStaffOfTheFirm() {
        List<String> many =
                IntStream.range(0, 101).mapToObj(number -> "c" + number).toList();
        assertThat(staff.inviteAll(Map.of("contactIds", many)).status()).isEqualTo(400);
        String path = "/v1/firms/" + firm.id() + "/portal-access/invitations";
        Map<String, List<String>> body = Map.of("contactIds", List.of("c1"));
        assertThat(world.api()
                        .post(path, body, "Authorization", firm.staff("portal:read"))
                        .code())
                .isEqualTo("forbidden");
        assertThat(world.api()
                        .post(path, body, "Authorization", world.firm().staff("portal:admin"))
                        .code())
                .isEqualTo("not-found");
    }
}
