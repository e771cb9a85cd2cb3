package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.store.CallLimits;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * However slow AWS is, we answer a request ourselves: all its calls fit into the function's time. These two make the most
 * calls of those that docs/data-model.md gives a fixed number; what goes through a firm's contacts, its trail or a
 * client's sessions has none.
 */
class LongestRequestTest {

    private static final int MOST_CALLS = 9;

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final SecondFactor codes = new SecondFactor(firm);

    @Test
    void whoeverProvesThemselvesAnew_withAWrongCode_andInAnInstanceWithoutKeys() {
        SecondFactor.Owner owner = codes.enrolled(address);
        try (Tap tap = new Tap(world.aws())) {
            Instance instance = new Instance(world, tap.uri());
            String bearer = SecondFactor.access(owner.session());
            Answer wrong =
                    instance.removeTotp(bearer, Portal.PASSWORD, owner.app().wrong());
            assertThat(wrong.code()).isEqualTo("invalid-code");
            fits("RemoveTotpFunction", tap.passed());
        }
    }

    @Test
    void aCodeThatIsTyped_andOpensASession() {
        SecondFactor.Owner owner = codes.enrolled(address);
        try (Tap tap = new Tap(world.aws())) {
            Instance instance = new Instance(world, tap.uri());
            assertThat(instance.verify(codes.challenge(address), owner.app().code())
                            .status())
                    .isEqualTo(200);
            fits("VerifyTotpFunction", tap.passed());
        }
    }

    private void fits(String function, List<String> calls) {
        assertThat(calls).hasSizeBetween(4, MOST_CALLS);
        assertThat(CallLimits.OF_FUNCTIONS.call().multipliedBy(MOST_CALLS))
                .isLessThan(world.function(function).timeout());
    }
}
