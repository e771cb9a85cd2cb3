package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InviteTest {

    private static final int DAY = 86_400;

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final Portal portal = new Portal(firm);

    @Test
    void staffInviteAContact_whoSetsUpAnAccountWithinThirtyDays() {
        firm.contact("o1", 1, address);
        Mail mail = portal.mailAfter(address, "invitation", () -> portal.invite("c1", null));
        assertThat(mail.urls()).hasSize(1);
        world.clock(30L * DAY - 60);
        assertThat(portal.setUp(mail.passwordToken(), "short").status()).isEqualTo(422);
        world.clock(30L * DAY + 1);
        assertThat(portal.setUp(mail.passwordToken(), Portal.PASSWORD).code()).isEqualTo("link-expired");
        world.clock(0);
        assertThat(portal.setUp(mail.passwordToken(), Portal.PASSWORD).status()).isEqualTo(201);
        assertThat(portal.invite("o1", null).code()).isEqualTo("account-exists");
    }

    @Test
    void theAnswer_tellsOfTheContactsAccess() {
        firm.contact("o1", 1, address);
        Answer invited = portal.invite("c1", null);
        assertThat(invited.status()).isEqualTo(202);
        assertThat(invited.text("/contactId")).isEqualTo("c1");
        assertThat(invited.text("/status")).isEqualTo("INVITED");
        assertThat(invited.body().path("email").isNull()).isTrue();
        assertThat(invited.body().path("sharedWith").findValuesAsText("contactId"))
                .containsExactly("o1");
        assertThat(invited.text("/invitation/sentAt")).startsWith("20");
        assertThat(invited.text("/undeliverable")).isEqualTo("false");
        assertThat(invited.body().path("lastLink").isNull()).isTrue();
        Answer opened = firm.redeem(firm.mailed("o1", "r7").token(), TestFirm.device());
        assertThat(opened.status()).isEqualTo(200);
        Answer again = portal.invite("o1", null);
        assertThat(again.text("/lastLink/requestId")).isEqualTo("r7");
        assertThat(again.text("/lastLink/claimedAt")).startsWith("20");
    }

    @Test
    void whoCannotBeInvited_isToldWhy() {
        String second = TestFirm.address();
        firm.contact("c2", 1, TestFirm.address(), second).contact("g1", 1).contact("c3", 1, true, TestFirm.address());
        assertThat(portal.invite("c2", null).code()).isEqualTo("email-required");
        assertThat(portal.invite("c2", second).body().path("accounts")).hasSize(2);
        assertThat(portal.invite("c2", TestFirm.address()).code()).isEqualTo("no-address");
        assertThat(portal.invite("g1", null).code()).isEqualTo("no-address");
        assertThat(portal.invite("c3", null).status()).isEqualTo(404);
        assertThat(portal.invite("nobody", null).status()).isEqualTo(404);
        firm.bounced(firm.mailed("c1", "r1"));
        assertThat(portal.invite("c1", null).code()).isEqualTo("address-undeliverable");
        firm.accessMode("MAGIC_LINK_ONLY");
        assertThat(portal.invite("c2", second).code()).isEqualTo("login-off");
    }

    @Test
    void onlySupportStaffOfTheFirm_invite() {
        String path = "/v1/firms/" + firm.id() + "/contacts/c1/portal-access/invite";
        String reader = firm.staff("portal:read");
        String stranger = world.firm().staff("portal:admin");
        assertThat(world.api().post(path, Map.of(), "Authorization", reader).code())
                .isEqualTo("forbidden");
        assertThat(world.api().post(path, Map.of(), "Authorization", stranger).status())
                .isEqualTo(404);
        assertThat(world.api().post(path, Map.of()).status()).isEqualTo(401);
        assertThat(firm.table()).doesNotContain("invitation");
    }

    @Test
    void aRepeatUnderTheSameKey_isAnsweredAlike_andInvitesOnce() {
        List<Answer> answers = Race.of(6, runner -> portal.invite("c1", null, "Idempotency-Key", "k1"));
        assertThat(answers).extracting(Answer::status).containsOnly(202);
        assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
        firm.settled();
        assertThat(portal.mails(address, "invitation")).hasSize(1);
        assertThat(portal.invite("c1", address, "Idempotency-Key", "k1").code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void aLaterInvitation_endsNoEarlierOne_andTheOneThatIsUsedEndsAllOthers() {
        Mail first = portal.mailAfter(address, "invitation", () -> portal.invite("c1", null));
        Mail second = portal.mailAfter(address, "invitation", () -> portal.invite("c1", null));
        String strangers = portal.setUpToken(address);
        firm.settled();
        assertThat(portal.setUp(first.passwordToken(), Portal.PASSWORD).status())
                .isEqualTo(201);
        assertThat(portal.setUp(second.passwordToken(), Portal.PASSWORD).code()).isEqualTo("link-superseded");
        assertThat(portal.setUp(strangers, Portal.PASSWORD).code()).isEqualTo("link-superseded");
    }
}
