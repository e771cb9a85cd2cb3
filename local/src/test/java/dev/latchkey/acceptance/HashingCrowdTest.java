package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two hundred log in at once on one process, and the rest of the service goes on. */
@Order(2)
class HashingCrowdTest {

    private final World world = World.hashingAsDeployed();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final Portal portal = new Portal(firm);

    @Test
    @Tag("alone")
    void aCrowdAtTheLogin_isServedOrToldToComeLater_whileOtherRoutesAreServed() {
        Answer session = portal.account(address);
        AtomicInteger judged = new AtomicInteger();
        CompletableFuture<List<Answer>> crowd = CompletableFuture.supplyAsync(() -> Race.of(200, runner -> {
            Answer answer = portal.logIn(TestFirm.address(), Portal.PASSWORD);
            judged.incrementAndGet();
            return answer;
        }));
        int meanwhile = 0;
        while (judged.get() < 150 && !crowd.isDone()) {
            assertThat(firm.me(session).status()).isEqualTo(200);
            meanwhile++;
        }
        assertThat(meanwhile)
                .as("requests of others that were served meanwhile")
                .isGreaterThan(20);
        assertThat(crowd.join()).extracting(Answer::status).contains(401).isSubsetOf(401, 429);
        assertThat(firm.me(session).status()).isEqualTo(200);
    }
}
