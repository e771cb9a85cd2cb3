package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Order(2)
class DeactivateAccessTest {

    private final World world = World.get();
    private final String email = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, email).contact("o1", 1, email);
    private final Portal portal = new Portal(firm);
    private final SecondFactor codes = new SecondFactor(firm);
    private final Staff staff = new Staff(firm);

    @Test
    void whoIsKeptOut_hasNoWayIn_andNothingOfBeforeIsLeft() {
        SecondFactor.Owner owner = codes.enrolled(email);
        String challenge = codes.challenge(email);
        String reset = portal.resetToken(email);
        Mail open = firm.mailed("c1", "r1");
        Mail claimed = firm.mailed("o1", "r2");
        String device = TestFirm.device();
        Answer link = firm.redeem(claimed.token(), device);
        Mail signIn = firm.signInMail(email);
        Answer done = staff.deactivate("c1", null);
        assertThat(done.text("/status")).isEqualTo("DEACTIVATED");
        assertThat(done.text()).isEqualTo(staff.access("c1").text());
        assertThat(staff.access("o1").text("/status")).isEqualTo("DEACTIVATED");
        assertThat(firm.me(owner.session()).status()).isEqualTo(401);
        assertThat(firm.me(link).status()).isEqualTo(401);
        assertThat(firm.refresh(link.text("/refreshToken")).status()).isEqualTo(401);
        assertThat(codes.verify(challenge, owner.app().code()).status()).isEqualTo(401);
        assertThat(firm.inspect(open.token()).text("/state")).isEqualTo("EXPIRED");
        assertThat(firm.redeem(open.token(), TestFirm.device()).code()).isEqualTo("link-expired");
        assertThat(firm.redeem(claimed.token(), device).code()).isEqualTo("link-expired");
        assertThat(firm.redeem(signIn.token(), TestFirm.device()).code()).isEqualTo("link-expired");
        assertThat(portal.reset(reset, Portal.OTHER).code()).isEqualTo("link-expired");
        assertThat(portal.logIn(email, Portal.PASSWORD).code()).isEqualTo("invalid-credentials");
        assertThat(firm.send("c1", "r3").code()).isEqualTo("address-undeliverable");
        assertThat(portal.invite("c1", null).code()).isEqualTo("account-exists");
    }

    @Test
    void whoIsLetInAgain_hasPasswordAndApp_andNoneOfTheLinks() {
        SecondFactor.Owner owner = codes.enrolled(email);
        Mail open = firm.mailed("c1", "r1");
        Mail claimed = firm.mailed("o1", "r2");
        String device = TestFirm.device();
        Answer link = firm.redeem(claimed.token(), device);
        staff.deactivate("o1", null);
        Answer done = staff.reactivate("c1", null);
        assertThat(done.text("/status")).isEqualTo("ACTIVE");
        assertThat(done.text()).isEqualTo(staff.access("c1").text());
        assertThat(codes.verify(codes.challenge(email), owner.app().code()).status())
                .isEqualTo(200);
        assertThat(firm.me(owner.session()).status()).isEqualTo(401);
        assertThat(firm.me(link).status()).isEqualTo(401);
        assertThat(firm.redeem(open.token(), TestFirm.device()).code()).isEqualTo("link-expired");
        assertThat(firm.redeem(claimed.token(), device).code()).isEqualTo("link-expired");
        for (String contact : List.of("c1", "o1")) {
            Mail fresh = firm.mailed(contact, "r9");
            assertThat(firm.redeem(fresh.token(), TestFirm.device()).status()).isEqualTo(200);
        }
    }

    @Test
    void doingItTwice_changesNothingMore_andTheTrailSaysSo() {
        portal.account(email);
        staff.deactivate("c1", null);
        staff.deactivate("o1", null);
        staff.reactivate("c1", null);
        staff.reactivate("c1", null);
        assertThat(AuditRows.of(firm, "account.deactivated"))
                .extracting(detail -> detail.get("change"))
                .containsExactly("deactivated", "none");
        assertThat(AuditRows.of(firm, "account.reactivated"))
                .extracting(detail -> detail.get("change"))
                .containsExactly("reactivated", "none");
    }

    @Test
    void theSameCallByItsKey_isAnsweredTheSame_andDoneOnce() {
        portal.account(email);
        String[] key = {"Idempotency-Key", "k1"};
        Answer first = staff.deactivate("c1", null, key);
        staff.reactivate("c1", null);
        assertThat(staff.deactivate("c1", null, key).text()).isEqualTo(first.text());
        assertThat(staff.access("c1").text("/status")).isEqualTo("ACTIVE");
        assertThat(staff.reactivate("c1", null, key).code()).isEqualTo("idempotency-key-reused");
        assertThat(AuditRows.of(firm, "account.deactivated")).hasSize(1);
    }

    @Test
    void whereThereIsNoAccount_nobodyIsKeptOut() {
        assertThat(staff.deactivate("c1", null).code()).isEqualTo("no-account");
        assertThat(staff.reactivate("c1", null).code()).isEqualTo("no-account");
        assertThat(staff.deactivate("nobody", null).code()).isEqualTo("not-found");
        assertThat(staff.repairAs(firm.staff("portal:read"), "c1", "deactivate", null, null)
                        .code())
                .isEqualTo("forbidden");
    }

    @Test
    void whatTheDirectoryTellsMeanwhile_doesNotBringTheOldGenerationBack() {
        portal.account(email);
        Mail open = firm.mailed("c1", "r1");
        staff.deactivate("c1", null);
        firm.contact("c1", 2, email);
        staff.reactivate("c1", null);
        firm.contact("c1", 3, email);
        assertThat(firm.redeem(open.token(), TestFirm.device()).code()).isEqualTo("link-expired");
        assertThat(firm.redeem(firm.mailed("c1", "r2").token(), TestFirm.device())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatTheDirectoryWasAboutToWrite_doesNotBringItBackEither() {
        portal.account(email);
        Mail open = firm.mailed("c1", "r1");
        Tap tap = new Tap(world.aws());
        Instance instance = new Instance(world, tap.uri());
        tap.before(1, () -> staff.deactivate("c1", null));
        instance.told(firm, "c1", 2, email);
        assertThat(tap.passed()).containsExactly("BatchGetItem", "BatchGetItem", "TransactWriteItems");
        tap.close();
        staff.reactivate("c1", null);
        assertThat(firm.redeem(open.token(), TestFirm.device()).code()).isEqualTo("link-expired");
        assertThat(firm.redeem(firm.mailed("c1", "r2").token(), TestFirm.device())
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Tag("crowd")
    void anAddressOnMoreContactsThanATransactionHolds_isKeptOutOnAll() {
        IntStream.range(0, 320).forEach(number -> firm.contact("m" + number, 1, email));
        portal.account(email);
        Mail first = firm.mailed("m0", "r1");
        Mail last = firm.mailed("m99", "r1");
        Answer session = firm.redeem(last.token(), TestFirm.device());
        assertThat(staff.deactivate("m7", null).status()).isEqualTo(200);
        assertThat(firm.me(session).status()).isEqualTo(401);
        assertThat(firm.redeem(first.token(), TestFirm.device()).code()).isEqualTo("link-expired");
        staff.reactivate("c1", null);
        assertThat(firm.redeem(firm.mailed("m99", "r2").token(), TestFirm.device())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anOutageMeanwhile_changesNothing_andTheNextCallDoesAll() {
        portal.account(email);
        Mail mail = firm.mailed("o1", "r1");
        Answer session = firm.redeem(mail.token(), TestFirm.device());
        world.fault("dynamodb", "TransactWriteItems", "InternalServerError", 1000, "before");
        assertThat(staff.deactivate("c1", null).status()).isEqualTo(503);
        world.noFaults();
        assertThat(staff.access("o1").text("/status")).isEqualTo("ACTIVE");
        assertThat(firm.me(session).status()).isEqualTo(200);
        assertThat(staff.deactivate("c1", null).status()).isEqualTo(200);
        assertThat(firm.me(session).status()).isEqualTo(401);
        assertThat(AuditRows.of(firm, "account.deactivated")).hasSize(1);
    }

    @Test
    void whereAnOutageTookTheReply_theSameCallByItsKeyIsAnswered_andDoneOnce() {
        portal.account(email);
        Answer session = firm.redeem(firm.mailed("o1", "r1").token(), TestFirm.device());
        world.fault("dynamodb", "TransactWriteItems", "InternalServerError", 1000, "after");
        assertThat(staff.deactivate("c1", null, "Idempotency-Key", "k1").status())
                .isEqualTo(503);
        world.noFaults();
        assertThat(firm.me(session).status()).isEqualTo(401);
        Answer again = staff.deactivate("c1", null, "Idempotency-Key", "k1");
        assertThat(again.text("/status")).isEqualTo("DEACTIVATED");
        assertThat(AuditRows.of(firm, "account.deactivated")).hasSize(1);
    }
}
