package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.acceptance.SecondFactor.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The firm changes its mode between any two calls that a way in makes, and then once it is through. */
class LoginDuringSwitchTest {

    private static final String LINKS_ONLY = "MAGIC_LINK_ONLY";
    private static final String LOGIN = "MAGIC_LINK_AND_LOGIN";
    private static final String SECOND_FACTOR = "MAGIC_LINK_AND_LOGIN_2FA";

    private final World world = World.get();
    private final String email = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, email);
    private final Tap tap = new Tap(world.aws());
    private final Instance instance = new Instance(world, tap.uri());
    private int steps;

    @AfterEach
    void now() {
        tap.close();
    }

    @Test
    void aLoginOvertakenByLinksOnly_yieldsNothingThatCanBeUsed() {
        new Portal(firm).account(email);
        List<String> calls = everywhere(LOGIN, LINKS_ONLY, () -> instance.logIn(firm, email, Portal.PASSWORD));
        assertThat(calls).containsExactly("BatchGetItem", "TransactWriteItems", "Sign", "TransactWriteItems");
    }

    @Test
    void aLoginWithACode_overtakenByLinksOnly_yieldsNothingThatCanBeUsed() {
        Owner owner = new SecondFactor(firm).enrolled(email);
        List<String> calls = everywhere(LOGIN, LINKS_ONLY, () -> withCode(owner));
        assertThat(calls)
                .containsExactly(
                        "BatchGetItem",
                        "TransactWriteItems",
                        "TransactWriteItems",
                        "BatchGetItem",
                        "TransactWriteItems",
                        "Decrypt",
                        "Sign",
                        "TransactWriteItems");
    }

    @Test
    void aSignInLinkOvertakenByTheDemandForASecondFactor_yieldsNothingThatCanBeUsed() {
        List<String> calls = everywhere(LOGIN, SECOND_FACTOR, () -> {
            world.clock(61L * ++steps);
            return instance.redeem(firm.signInMail(email).token(), TestFirm.device());
        });
        assertThat(calls).containsExactly("BatchGetItem", "TransactWriteItems", "Sign");
    }

    @Test
    void aRefreshOvertakenByLinksOnly_yieldsNothingThatCanBeUsed() {
        new Portal(firm).account(email);
        List<String> calls = everywhere(LOGIN, LINKS_ONLY, () -> {
            String token = new Portal(firm).logIn(email, Portal.PASSWORD).text("/refreshToken");
            return instance.refresh(token);
        });
        assertThat(calls).containsExactly("BatchGetItem", "Sign", "UpdateItem");
    }

    @Test
    void aLoginOvertakenByTheDemandForASecondFactor_canDoNothingButEnrol() {
        new Portal(firm).account(email);
        for (int call = 0; call <= 4; call++) {
            firm.accessMode(LOGIN);
            tap.before(call, () -> firm.accessMode(SECOND_FACTOR));
            Answer answer = instance.logIn(firm, email, Portal.PASSWORD);
            if (call == 4) {
                firm.accessMode(SECOND_FACTOR);
            }
            if (answer.body().has("accessToken")) {
                assertThat(firm.me(answer).code()).isEqualTo("enrolment-required");
            } else {
                assertThat(answer.text("/status")).isEqualTo("ENROLMENT_REQUIRED");
            }
        }
    }

    private Answer withCode(Owner owner) {
        world.clock(61L * ++steps);
        Answer asked = instance.logIn(firm, email, Portal.PASSWORD);
        return asked.body().has("challenge")
                ? instance.verify(
                        asked.text("/challenge"), owner.app().settled().code())
                : asked;
    }

    /** Once without a switch, to count the calls; then with one before each of them and one after the last. */
    private List<String> everywhere(String from, String to, Supplier<Answer> way) {
        tap.before(-1, () -> {});
        Answer untouched = way.get();
        assertThat(untouched.status()).as(untouched.text()).isEqualTo(200);
        assertThat(firm.me(untouched).status()).isEqualTo(200);
        List<String> calls = tap.passed();
        List<Answer> tokens = new ArrayList<>(List.of(untouched));
        for (int call = 0; call <= calls.size(); call++) {
            firm.accessMode(from);
            boolean last = call == calls.size();
            tap.before(call, () -> firm.accessMode(to));
            Answer answer = way.get();
            if (last) {
                firm.accessMode(to);
            }
            if (answer.body().has("accessToken")) {
                tokens.add(answer);
            }
            tokens.forEach(this::assertUseless);
            firm.accessMode(from);
            tokens.forEach(this::assertUseless);
        }
        assertThat(tokens).hasSizeGreaterThan(1);
        return calls;
    }

    private void assertUseless(Answer answer) {
        assertThat(firm.me(answer).status()).as(tap.passed().toString()).isEqualTo(401);
        assertThat(firm.refresh(answer.text("/refreshToken")).status()).isEqualTo(401);
    }
}
