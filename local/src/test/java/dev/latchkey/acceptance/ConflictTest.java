package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two writers meet at one item: DynamoDB refuses one of them without judging its conditions. */
@Order(2)
class ConflictTest {

    private static final String CONFLICT = "TransactionConflictException";

    private final World world = World.get();
    private final TestFirm firm = world.firm().contact("c1", 1, TestFirm.address());
    private final String device = TestFirm.device();

    @ParameterizedTest
    @ValueSource(strings = {"TransactionCanceledException", CONFLICT})
    void aLogoutThatMeetsAnotherWriter_endsTheSessionAllTheSame(String conflict) {
        Answer session = redeemed();
        world.fault("dynamodb", "TransactWriteItems", conflict, 2, "before");
        assertThat(firm.logOut(session).status()).isEqualTo(204);
        assertThat(firm.me(session).code()).isEqualTo("invalid-token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TransactionCanceledException", CONFLICT})
    void aReusedTokenThatMeetsAnotherWriter_endsTheFamilyAllTheSame(String conflict) {
        Answer first = redeemed();
        Answer second = firm.refresh(first.text("/refreshToken"));
        Answer third = firm.refresh(second.text("/refreshToken"));
        world.fault("dynamodb", "TransactWriteItems", conflict, 2, "before");
        assertThat(firm.refresh(first.text("/refreshToken")).code()).isEqualTo("invalid-token");
        assertThat(firm.refresh(third.text("/refreshToken")).code()).isEqualTo("invalid-token");
        assertThat(firm.me(third).code()).isEqualTo("invalid-token");
    }

    @Test
    void aDeviceThatComesBackAndMeetsAnotherWriter_isServed() {
        Mail mail = firm.mailed("c1", "r1");
        firm.redeem(mail.token(), device);
        world.fault("dynamodb", "UpdateItem", CONFLICT, 2, "before");
        assertThat(firm.redeem(mail.token(), device).status()).isEqualTo(200);
    }

    @Test
    void aSenderThatMeetsAnotherWriter_losesNoMail() {
        world.fault("ses", "SendEmail", "ServiceUnavailable", 1, "before");
        firm.send("c1", "r0");
        world.fault("dynamodb", "TransactWriteItems", CONFLICT, 3, "before");
        assertThat(firm.mailed("c1", "r1").urls()).hasSize(1);
    }

    @Test
    @Tag("crowd")
    void twentyLinksToOneRequestSentAtOnce_areAllSent() {
        assertThat(Race.of(20, runner -> firm.send("c1", "r1"))).allMatch(answer -> answer.status() == 202);
    }

    private Answer redeemed() {
        Answer session = firm.redeem(firm.mailed("c1", "r1").token(), device);
        assertThat(world.quietCalls()).isNotEmpty();
        return session;
    }
}
