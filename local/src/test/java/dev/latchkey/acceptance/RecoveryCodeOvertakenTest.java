package dev.latchkey.acceptance;

import static dev.latchkey.acceptance.SecondFactor.access;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.acceptance.SecondFactor.Owner;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Something else comes between what a recovery code is judged by and its use, or the reply to its use is lost. */
class RecoveryCodeOvertakenTest {

    private static final String LOGIN = "MAGIC_LINK_AND_LOGIN";
    private static final String LINKS = "MAGIC_LINK_ONLY";

    /** What the code is used for, and the calls that this takes. */
    enum Use {
        ANOTHER_APP(
                200, "BatchGetItem BatchGetItem TransactWriteItems UpdateItem GenerateMac Encrypt TransactWriteItems"),
        NEW_CODES(200, "BatchGetItem BatchGetItem UpdateItem GenerateMac TransactWriteItems"),
        REMOVAL(204, "BatchGetItem BatchGetItem TransactWriteItems UpdateItem GenerateMac TransactWriteItems");

        private final int done;
        private final String calls;

        Use(int done, String calls) {
            this.done = done;
            this.calls = calls;
        }

        List<String> calls() {
            return List.of(calls.split(" "));
        }

        int last() {
            return calls().size() - 1;
        }
    }

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm("Overtaken & Co", "BUSINESS").contact("c1", 1, address);
    private final SecondFactor codes = new SecondFactor(firm);
    private final Staff staff = new Staff(firm);
    private final Tap tap = new Tap(world.aws());
    private final Instance instance = new Instance(world, tap.uri());
    private final Owner owner = codes.enrolled(address);
    private final String code = owner.recoveryCodes().getFirst();

    @BeforeEach
    void theInstanceKnowsThePublicKeys() {
        String ended = KnownKeys.endedToken(world);
        for (Use use : Use.values()) {
            assertThat(by(use, ended).code()).isEqualTo("invalid-token");
        }
    }

    @AfterEach
    void now() {
        tap.close();
    }

    private Answer by(Use use, String bearer) {
        return switch (use) {
            case ANOTHER_APP -> instance.enrollByRecovery(bearer, Portal.PASSWORD, code);
            case NEW_CODES -> instance.renewByRecovery(bearer, code);
            case REMOVAL -> instance.removeByRecovery(bearer, Portal.PASSWORD, code);
        };
    }

    private int left(Answer session) {
        return firm.me(session).body().path("recoveryCodesLeft").asInt(-1);
    }

    @ParameterizedTest
    @EnumSource
    void aResetByStaff_wins(Use use) {
        tap.before(
                use.last(), () -> assertThat(staff.reset("c1", null).status()).isEqualTo(200));
        Answer refused = by(use, access(owner.session()));
        assertThat(refused.code()).as(refused.text()).isEqualTo("invalid-token");
        assertThat(AuditRows.types(world, firm)).contains("totp.reset").doesNotContain("recovery-code.used");
        assertThat(new Portal(firm).logIn(address, Portal.PASSWORD).text("/enrolmentSuggested"))
                .isEqualTo("true");
    }

    @ParameterizedTest
    @EnumSource
    void aDeactivation_wins_andTheCodeIsKept(Use use) {
        tap.before(
                use.last(),
                () -> assertThat(staff.deactivate("c1", null).status()).isEqualTo(200));
        assertThat(by(use, access(owner.session())).code()).isEqualTo("invalid-token");
        staff.reactivate("c1", null);
        assertThat(codes.recover(codes.challenge(address), code)
                        .body()
                        .path("recoveryCodesLeft")
                        .asInt())
                .isEqualTo(9);
    }

    @ParameterizedTest
    @EnumSource
    void aSwitchToLinks_wins_whereverItComes_andTheCodeIsKept(Use use) {
        for (int call = 0; call <= use.last(); call++) {
            firm.accessMode(LOGIN);
            world.clock(61L * (call + 1));
            Answer in =
                    codes.verify(codes.challenge(address), owner.app().settled().code());
            tap.before(call, () -> firm.accessMode(LINKS));
            Answer refused = by(use, access(in));
            assertThat(refused.code()).as(tap.passed().toString()).isEqualTo("invalid-token");
        }
        firm.accessMode(LOGIN);
        assertThat(codes.recover(codes.challenge(address), code)
                        .body()
                        .path("recoveryCodesLeft")
                        .asInt())
                .isEqualTo(9);
        assertThat(AuditRows.of(firm, "recovery-code.used")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aChangeOfSettingsThatEndsNothing_stopsNothing(Use use) {
        tap.before(use.last(), () -> firm.accessMode(LOGIN));
        assertThat(by(use, access(owner.session())).status()).isEqualTo(use.done);
    }

    @ParameterizedTest
    @EnumSource
    void anotherUseOfTheCode_wins_andThisOneCountsAsWrong(Use use) {
        String challenge = codes.challenge(address);
        tap.before(
                use.last(),
                () -> assertThat(codes.recover(challenge, code).status()).isEqualTo(200));
        Answer refused = by(use, access(owner.session()));
        assertThat(refused.code()).as(refused.text()).isEqualTo("invalid-code");
        assertThat(refused.body().path("attemptsLeft").asInt()).isEqualTo(9);
        assertThat(codes.renewByRecovery(owner.session(), code)
                        .body()
                        .path("attemptsLeft")
                        .asInt())
                .isEqualTo(8);
        assertThat(left(owner.session())).isEqualTo(9);
    }

    @ParameterizedTest
    @EnumSource
    void aRemovalByTheSameSession_wins(Use use) {
        String last = owner.recoveryCodes().getLast();
        tap.before(
                use.last(),
                () -> assertThat(codes.removeByRecovery(owner.session(), Portal.PASSWORD, last)
                                .status())
                        .isEqualTo(204));
        Answer refused = by(use, access(owner.session()));
        assertThat(refused.code()).as(refused.text()).isEqualTo("invalid-token");
        assertThat(AuditRows.of(firm, "recovery-code.used")).hasSize(1);
    }

    /** The SDK sends the same transaction again, and the table says that it is done. */
    @ParameterizedTest
    @EnumSource
    void whereTheReplyToItsUseIsLost_theClientIsAnsweredAllTheSame_andItIsSpentOnce(Use use) {
        tap.before(use.last(), () -> world.fault("dynamodb", "TransactWriteItems", "DROP", 1, "after"));
        Answer done = by(use, access(owner.session()));
        assertThat(done.status()).as(done.text()).isEqualTo(use.done);
        assertThat(tap.passed().subList(0, use.calls().size())).isEqualTo(use.calls());
        assertThat(tap.passed()).hasSize(use.calls().size() + 1);
        assertThat(AuditRows.of(firm, "recovery-code.used")).hasSize(1);
        switch (use) {
            case ANOTHER_APP -> {
                assertThat(left(owner.session())).isEqualTo(9);
                assertThat(codes.verify(
                                        access(owner.session()),
                                        App.of(world, done).code())
                                .status())
                        .isEqualTo(200);
            }
            case NEW_CODES -> {
                String fresh = SecondFactor.recoveryCodes(done).getFirst();
                assertThat(codes.recover(codes.challenge(address), fresh).status())
                        .isEqualTo(200);
            }
            case REMOVAL -> assertThat(left(owner.session())).isZero();
        }
    }

    /** Nobody can say then whether it was used. It is good once, here or at the repetition, and a second one goes on. */
    @ParameterizedTest
    @EnumSource
    void whereNoReplyComesAtAll_aRepetitionUsesNothingTwice(Use use) {
        tap.before(use.last(), () -> world.fault("dynamodb", "TransactWriteItems", "DROP", 1_000, "after"));
        assertThat(by(use, access(owner.session())).status()).isEqualTo(503);
        world.noFaults();
        Answer again = by(use, access(owner.session()));
        assertThat(again.status()).as(again.text()).isIn(401, 409);
        assertThat(AuditRows.of(firm, "recovery-code.used")).hasSize(1);
        assertThat(AuditRows.of(firm, "recovery-codes.regenerated")).hasSize(use == Use.NEW_CODES ? 1 : 0);
        assertThat(AuditRows.of(firm, "totp.removed")).hasSize(use == Use.REMOVAL ? 1 : 0);
    }
}
