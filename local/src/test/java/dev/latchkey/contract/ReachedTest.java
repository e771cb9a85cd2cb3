package dev.latchkey.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Each reply that the contract lists was really given in this run. It runs after all other classes, and says nothing of
 * a run that leaves some of them out.
 */
@Isolated("classes that share the machine come before those that do not")
class ReachedTest {

    /** On another maker's AWS, faults cannot be had for the asking. */
    private static final String OTHER_AWS = "AWS_ENDPOINT_URL";

    private static final List<String> CHOOSING = List.of("test", "groups", "excludedGroups");

    @Test
    void everyReplyThatTheContractLists_wasGivenInThisRun() {
        assumeThat(System.getProperty(Witnessed.FOLDER)).as("run by Maven").isNotNull();
        assumeThat(System.getenv(OTHER_AWS)).as("our own AWS").isNull();
        assumeThat(CHOOSING).as("all classes ran").noneMatch(choice -> System.getProperty(choice) != null);
        Set<String> given = Witnessed.all();
        assertThat(new Outcomes(Documents.plain(Documents.text(Documents.CONTRACT))).listed())
                .extracting(Outcome::toString)
                .isSubsetOf(given);
    }
}
