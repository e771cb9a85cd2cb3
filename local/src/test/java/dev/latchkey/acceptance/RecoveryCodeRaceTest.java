package dev.latchkey.acceptance;

import static dev.latchkey.acceptance.SecondFactor.access;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.acceptance.SecondFactor.Owner;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One recovery code comes many times at once. */
@Order(2)
class RecoveryCodeRaceTest {

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final SecondFactor codes = new SecondFactor(firm);
    private final Owner owner = codes.enrolled(address);

    /** @param routes in turn: replace, renew, remove, or log in */
    @ParameterizedTest
    @CsvSource({"e, 50", "n, 50", "r, 50", "enrl, 24"})
    @Tag("crowd")
    void oneOfThemSucceeds_onWhateverRoutes(String routes, int all) {
        String code = owner.recoveryCodes().getFirst();
        List<String> challenges = IntStream.range(0, routes.contains("l") ? all / 4 : 0)
                .mapToObj(login -> codes.challenge(address))
                .toList();
        List<Answer> answers = Race.of(all, runner -> switch (routes.charAt(runner % routes.length())) {
            case 'e' -> codes.enrollByRecovery(access(owner.session()), Portal.PASSWORD, code);
            case 'n' -> codes.renewByRecovery(owner.session(), code);
            case 'r' -> codes.removeByRecovery(owner.session(), Portal.PASSWORD, code);
            default -> codes.recover(challenges.get(runner % challenges.size()), code);
        });
        assertThat(answers).filteredOn(answer -> answer.status() < 300).hasSize(1);
        assertThat(answers).extracting(Answer::status).isSubsetOf(200, 204, 401, 409, 429, 503);
        assertThat(AuditRows.of(firm, "recovery-code.used")).hasSize(1);
    }
}
