package dev.latchkey.local.template;

import static dev.latchkey.local.template.Deployed.list;
import static dev.latchkey.local.template.Deployed.map;
import static dev.latchkey.local.template.Deployed.properties;
import static dev.latchkey.local.template.Deployed.referred;
import static dev.latchkey.local.template.Deployed.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.store.CallLimits;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the template must say of work that nobody waits for: it is tried again for a while, and never lost unseen. */
class DeployedAsyncTest {

    private static final int FOURTEEN_DAYS = 14 * 24 * 3600;
    private static final int A_DAY = 24 * 3600;
    private static final int A_STREAM_FORGETS_AFTER = 24 * 3600;

    private final Map<?, ?> directory = properties("DirectorySyncFunction");
    private final Map<?, ?> feedback = properties("MailFeedbackFunction");
    private final Map<?, ?> outbox =
            Deployed.events(properties("MailSenderFunction"), "DynamoDB").getFirst();

    @Test
    void theseAreAllThatRunByThemselves() {
        Set<String> others = Deployed.ofType("AWS::Serverless::Function").entrySet().stream()
                .filter(function ->
                        Deployed.events(function.getValue(), "HttpApi").isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(others)
                .containsExactly(
                        "DirectorySyncFunction", "EraseFunction", "MailFeedbackFunction", "MailSenderFunction");
    }

    @Test
    void aReportThatFails_isTriedTwiceMoreForSomeHours_andThenLaidAside() {
        Map<?, ?> config = map(feedback.get("EventInvokeConfig"));
        assertThat(config.get("MaximumRetryAttempts")).isEqualTo(2);
        assertThat((Integer) config.get("MaximumEventAgeInSeconds")).isBetween(3600, 21600);
        assertThat(laidAside(config)).isEqualTo("FailedMailFeedback");
    }

    @Test
    void anEventOfTheDirectory_failsByItself_andComesAgainForLongerThanADay() {
        Map<?, ?> source = Deployed.events(directory, "SQS").getFirst();
        assertThat(referred(source.get("Queue"))).isEqualTo("DirectoryEvents");
        assertThat(source.get("FunctionResponseTypes")).isEqualTo(List.of("ReportBatchItemFailures"));
        Map<?, ?> queue = properties("DirectoryEvents");
        int hidden = (Integer) queue.get("VisibilityTimeout");
        assertThat(hidden).isGreaterThanOrEqualTo(6 * (Integer) Deployed.GLOBALS.get("Timeout"));
        Map<?, ?> redrive = map(queue.get("RedrivePolicy"));
        assertThat(hidden * (Integer) redrive.get("maxReceiveCount")).isBetween(A_DAY, FOURTEEN_DAYS);
        assertThat(referred(redrive.get("deadLetterTargetArn"))).isEqualTo("FailedDirectoryEvents");
        int calls = (Integer) source.get("BatchSize")
                * (int) CallLimits.OF_FUNCTIONS.call().toSeconds();
        assertThat(calls).as("while the table hangs").isLessThan((Integer) Deployed.GLOBALS.get("Timeout"));
    }

    @Test
    void anErasure_isAlone_takesUpToAQuarterOfAnHour_andComesAgainForLongerThanADay() {
        Map<?, ?> erase = properties("EraseFunction");
        Map<?, ?> source = Deployed.events(erase, "SQS").getFirst();
        assertThat(referred(source.get("Queue"))).isEqualTo("Erasures");
        assertThat(source.get("BatchSize")).isEqualTo(1);
        Map<?, ?> queue = properties("Erasures");
        int hidden = (Integer) queue.get("VisibilityTimeout");
        assertThat(hidden).isGreaterThan((Integer) erase.get("Timeout"));
        Map<?, ?> redrive = map(queue.get("RedrivePolicy"));
        assertThat(hidden * (Integer) redrive.get("maxReceiveCount")).isBetween(A_DAY, FOURTEEN_DAYS);
        assertThat(referred(redrive.get("deadLetterTargetArn"))).isEqualTo("FailedErasures");
        Map<?, ?> rule = properties("ErasureRule");
        assertThat(map(rule.get("EventPattern")).get("detail-type"))
                .isEqualTo(List.of("contact.erased", "firm.deleted"));
        Map<?, ?> target = map(list(rule.get("Targets")).getFirst());
        assertThat(referred(target.get("Arn"))).isEqualTo("Erasures");
        assertThat(referred(map(target.get("DeadLetterConfig")).get("Arn"))).isEqualTo("FailedErasures");
    }

    /** What was deleted mustn't come back by an event that waited as long as one can. */
    @Test
    void aTombstone_outlivesEveryEvent() {
        Map<?, ?> days = map(map(Deployed.TEMPLATE.get("Parameters")).get("TombstoneDays"));
        assertThat((Integer) days.get("MinValue") * A_DAY).isGreaterThan(2 * FOURTEEN_DAYS);
    }

    @Test
    void anEventThatCannotBeHandedOver_isLaidAsideToo() {
        Map<?, ?> rule = map(list(properties("DirectoryRule").get("Targets")).getFirst());
        assertThat(referred(rule.get("Arn"))).isEqualTo("DirectoryEvents");
        assertThat(referred(map(rule.get("DeadLetterConfig")).get("Arn"))).isEqualTo("FailedDirectoryEvents");
        assertThat(map(rule.get("RetryPolicy")).keySet()).hasSize(2);
        Map<?, ?> topic = Deployed.events(feedback, "SNS").getFirst();
        assertThat(referred(map(topic.get("RedrivePolicy")).get("deadLetterTargetArn")))
                .isEqualTo("FailedMailFeedback");
    }

    @Test
    void aBatchOfMail_failsByItsItems_andIsLaidAsideBeforeTheStreamForgetsIt() {
        assertThat(outbox.get("FunctionResponseTypes")).isEqualTo(List.of("ReportBatchItemFailures"));
        assertThat(outbox.get("BisectBatchOnFunctionError")).isEqualTo(true);
        assertThat((Integer) outbox.get("MaximumRecordAgeInSeconds")).isLessThan(A_STREAM_FORGETS_AFTER);
        assertThat(laidAside(outbox)).isEqualTo("FailedMail");
    }

    @Test
    void whatWaits_orWasLaidAside_isKeptEncryptedForAsLongAsAQueueCan() {
        Map<String, Map<?, ?>> queues = Deployed.ofType("AWS::SQS::Queue");
        assertThat(queues).hasSize(6);
        assertThat(queues.values()).allSatisfy(queue -> {
            assertThat(queue.get("MessageRetentionPeriod")).isEqualTo(FOURTEEN_DAYS);
            assertThat(queue.get("SqsManagedSseEnabled")).isEqualTo(true);
        });
    }

    @Test
    void onlyTheServiceThatIsMeant_mayPutMessagesIntoAQueueOrATopic_andOnlyForThisAccount() {
        Set<String> queues = new TreeSet<>();
        for (String kind : List.of("AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy")) {
            Deployed.ofType(kind).forEach((name, policy) -> {
                list(policy.get("Queues")).forEach(queue -> queues.add(referred(queue)));
                for (Object statement : list(map(policy.get("PolicyDocument")).get("Statement"))) {
                    Map<?, ?> allowed = map(statement);
                    assertThat(map(allowed.get("Principal")).keySet().stream().map(Deployed::text))
                            .as(name)
                            .containsExactly("Service");
                    assertThat(text(allowed.get("Condition")))
                            .as(name)
                            .containsPattern("aws:Source(Arn|Account)=Intrinsic");
                    if (text(allowed.get("Principal")).contains("events.amazonaws.com")) {
                        Map<?, ?> source = map(map(allowed.get("Condition")).get("ArnEquals"));
                        assertThat(referred(source.get("aws:SourceArn")))
                                .isEqualTo(name.contains("Erasures") ? "ErasureRule" : "DirectoryRule");
                    }
                }
            });
        }
        assertThat(queues)
                .containsExactly(
                        "DirectoryEvents", "Erasures", "FailedDirectoryEvents", "FailedErasures", "FailedMailFeedback");
    }

    private static String laidAside(Map<?, ?> config) {
        return referred(
                map(map(config.get("DestinationConfig")).get("OnFailure")).get("Destination"));
    }
}
