package dev.latchkey.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Each reply that the contract lists was really given in this run. It runs after all other classes, and says nothing of
 * a run that leaves some of them out.
 */
@Tag("last")
class ReachedTest {

    private static final List<String> CHOOSING = List.of("test", "groups", "excludedGroups");

    @Test
    void everyReplyThatTheContractLists_wasGivenInThisRun() {
        assumeThat(System.getProperty(Witnessed.FOLDER)).as("run by Maven").isNotNull();
        assumeThat(CHOOSING).as("all classes ran").noneMatch(choice -> System.getProperty(choice) != null);
        Set<String> given = Witnessed.all();
        assertThat(new Outcomes(Documents.plain(Documents.text(Documents.CONTRACT))).listed())
                .extracting(Outcome::toString)
                .isSubsetOf(given);
    }
}
