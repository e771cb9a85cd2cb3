package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a client is told by mail of their account, and what the firm's trail says of it. */
class AccountNoticeTest {

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm("Test & Co", "BUSINESS").contact("c1", 1, address);
    private final Portal portal = new Portal(firm);

    @Test
    void eachChange_isToldOnce_withItsTimeItsSourceAndWhatToDo_andNoSecret() {
        Answer session = portal.account(address);
        portal.change(session, Portal.PASSWORD, Portal.OTHER);
        String token = portal.resetToken(address);
        portal.reset(token, Portal.PASSWORD);
        firm.settled();
        for (String kind : List.of("account-created", "password-changed", "password-reset")) {
            assertThat(portal.mails(address, kind)).as(kind).hasSize(1);
            Mail notice = portal.mails(address, kind).getFirst();
            assertThat(notice.text())
                    .contains("UTC", "127.0.0.0/24", "It wasn't you?", "Test & Co")
                    .doesNotContain(Portal.PASSWORD, Portal.OTHER, token, address);
            assertThat(notice.html()).contains("UTC", "127.0.0.0/24", "Test &amp; Co");
            assertThat(notice.urls()).isEmpty();
            assertThat(notice.text().lines()).allMatch(line -> line.length() <= 78);
        }
    }

    @Test
    void whatIsRefused_isToldToNobody() {
        Answer session = portal.account(address);
        firm.settled();
        int before = world.mailbox(address).size();
        portal.logIn(address, "wrong");
        portal.change(session, "wrong", Portal.OTHER);
        portal.change(session, Portal.PASSWORD, "short");
        firm.settled();
        assertThat(world.mailbox(address)).hasSize(before);
    }

    @Test
    void whileTheMailServiceIsDown_aChangeIsMadeAllTheSame_andItsNoticeComesLater() {
        Answer session = portal.account(address);
        firm.settled();
        world.fault("ses", "SendEmail", "ServiceUnavailable", 1_000, "before");
        assertThat(portal.change(session, Portal.PASSWORD, Portal.OTHER).status())
                .isEqualTo(204);
        world.noFaults();
        firm.settled();
        assertThat(portal.mails(address, "password-changed")).isNotEmpty();
    }

    @Test
    void theTrail_hasAnEventForEverything_inTheTransactionOfTheChange() {
        Answer session = portal.accountByMail(address);
        portal.logIn(address, "wrong");
        portal.change(session, "wrong", Portal.OTHER);
        portal.change(session, Portal.PASSWORD, Portal.OTHER);
        Answer other = portal.logIn(address, Portal.OTHER);
        portal.end(session, other.text("/session/id"));
        portal.endAll(session);
        portal.reset(portal.resetToken(address), Portal.PASSWORD);
        firm.guessed(address, 98);
        portal.logIn(address, "wrong");
        portal.logIn(address, "wrong");
        firm.settled();
        assertThat(AuditRows.types(world, firm))
                .containsExactly(
                        "link.sent",
                        "account.created",
                        "sign-in.succeeded",
                        "sign-in.failed",
                        "sign-in.failed",
                        "password.changed",
                        "sign-in.succeeded",
                        "session.ended",
                        "session.ended",
                        "link.sent",
                        "password.reset",
                        "sign-in.failed",
                        "sign-in.failed",
                        "account.locked");
    }
}
