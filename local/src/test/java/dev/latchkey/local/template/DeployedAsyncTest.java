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
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the template must say of work that nobody waits for: it is tried again for a while, and never lost unseen. */
class DeployedAsyncTest {

    private static final int FOURTEEN_DAYS = 14 * 24 * 3600;
    private static final int A_DAY = 24 * 3600;
    private static final List<String> MAIL = List.of("InteractiveMail", "BulkMail");

    private final Map<?, ?> directory = properties("DirectorySyncFunction");
    private final Map<?, ?> feedback = properties("MailFeedbackFunction");
    private final List<Map<?, ?>> mail = Deployed.events(properties("MailSenderFunction"), "SQS");

    @Test
    void theseAreAllThatRunByThemselves() {
        Set<String> others = Deployed.ofType("AWS::Serverless::Function").entrySet().stream()
                .filter(function ->
                        Deployed.events(function.getValue(), "HttpApi").isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(others)
                .containsExactly(
                        "AuditTamperingFunction",
                        "DirectorySyncFunction",
                        "EraseFunction",
                        "MailFeedbackFunction",
                        "MailSenderFunction");
    }

    /** DynamoDB may throttle where more than two read a shard: a fourth would make that worse. */
    @Test
    void theStream_isReadByTwoPipes_andByOneFunctionThatMayReadItAndWriteItsLog_andNothingElse() {
        assertThat(Deployed.ofType("AWS::Pipes::Pipe")).hasSize(2);
        assertThat(Deployed.ofType("AWS::Serverless::Function").entrySet().stream()
                        .filter(function -> !Deployed.events(function.getValue(), "DynamoDB")
                                .isEmpty())
                        .map(Map.Entry::getKey))
                .containsExactly("AuditTamperingFunction");
        assertThat(referred(properties("AuditTamperingFunction").get("Role"))).isEqualTo("AuditTamperingRole");
        assertThat(properties("AuditTamperingRole").get("ManagedPolicyArns")).isNull();
        assertThat(list(properties("AuditTamperingRole").get("Policies")).stream()
                        .flatMap(policy ->
                                list(map(map(policy).get("PolicyDocument")).get("Statement")).stream())
                        .flatMap(statement -> Deployed.texts(map(statement).get("Action")).stream()))
                .containsExactlyInAnyOrder(
                        "logs:CreateLogStream",
                        "logs:PutLogEvents",
                        "dynamodb:DescribeStream",
                        "dynamodb:GetRecords",
                        "dynamodb:GetShardIterator",
                        "dynamodb:ListStreams");
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
        int hidden = number(queue, "VisibilityTimeout");
        assertThat(hidden).isGreaterThanOrEqualTo(6 * number(Deployed.GLOBALS, "Timeout"));
        Map<?, ?> redrive = map(queue.get("RedrivePolicy"));
        assertThat(hidden * number(redrive, "maxReceiveCount")).isBetween(A_DAY, FOURTEEN_DAYS);
        assertThat(referred(redrive.get("deadLetterTargetArn"))).isEqualTo("FailedDirectoryEvents");
        int calls = number(source, "BatchSize")
                * (int) CallLimits.OF_FUNCTIONS.call().toSeconds();
        assertThat(calls).as("while the table hangs").isLessThan(number(Deployed.GLOBALS, "Timeout"));
    }

    @Test
    void anErasure_isAlone_takesUpToAQuarterOfAnHour_andComesAgainForLongerThanADay() {
        Map<?, ?> erase = properties("EraseFunction");
        Map<?, ?> source = Deployed.events(erase, "SQS").getFirst();
        assertThat(referred(source.get("Queue"))).isEqualTo("Erasures");
        assertThat(source.get("BatchSize")).isEqualTo(1);
        Map<?, ?> queue = properties("Erasures");
        int hidden = number(queue, "VisibilityTimeout");
        assertThat(hidden).isGreaterThan(number(erase, "Timeout"));
        Map<?, ?> redrive = map(queue.get("RedrivePolicy"));
        assertThat(hidden * number(redrive, "maxReceiveCount")).isBetween(A_DAY, FOURTEEN_DAYS);
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
        assertThat(number(days, "MinValue") * A_DAY).isGreaterThan(2 * FOURTEEN_DAYS);
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
    void eachMailIsHandedOverByItself_andOfThoseSentInARowAFewAtOnce() {
        assertThat(mail)
                .extracting(source -> referred(source.get("Queue")))
                .containsExactly("InteractiveMail", "BulkMail", "LateMail");
        assertThat(mail).allSatisfy(source -> {
            assertThat(source.get("BatchSize")).isEqualTo(1);
            assertThat(source.get("FunctionResponseTypes")).isEqualTo(List.of("ReportBatchItemFailures"));
        });
        assertThat(mail.stream()
                        .map(source -> text(map(source.get("ScalingConfig")).get("MaximumConcurrency"))))
                .containsExactly("50", "5", "5");
    }

    @Test
    void aMailThatFails_isHiddenForLongerThanTheSenderRuns_andTriedForLongerThanItIsBeforeItIsParked() {
        int timeout = number(Deployed.GLOBALS, "Timeout");
        assertThat(properties("MailSenderFunction").get("Timeout")).isNull();
        for (String first : MAIL) {
            Map<?, ?> queue = properties(first);
            assertThat(number(queue, "VisibilityTimeout")).isBetween(timeout, timeout + 5);
            assertThat(redrive(queue, "maxReceiveCount")).isEqualTo(5);
            assertThat(referred(redrive(queue, "deadLetterTargetArn"))).isEqualTo("LateMail");
        }
        Map<?, ?> late = properties("LateMail");
        int seconds = number(late, "VisibilityTimeout") * number(map(late.get("RedrivePolicy")), "maxReceiveCount");
        assertThat(seconds).isGreaterThan(A_DAY);
        assertThat(referred(redrive(late, "deadLetterTargetArn"))).isEqualTo("FailedMail");
    }

    @Test
    void whatCannotBeBroughtIntoAQueue_isLaidAsideBeforeTheStreamForgetsIt() {
        Map<String, Map<?, ?>> pipes = Deployed.ofType("AWS::Pipes::Pipe");
        assertThat(pipes.values())
                .extracting(pipe -> referred(pipe.get("Target")))
                .containsExactlyInAnyOrderElementsOf(MAIL);
        assertThat(pipes.values()).allSatisfy(pipe -> {
            Map<?, ?> stream = map(map(pipe.get("SourceParameters")).get("DynamoDBStreamParameters"));
            assertThat(stream.get("OnPartialBatchItemFailure")).isEqualTo("AUTOMATIC_BISECT");
            assertThat((Integer) stream.get("MaximumRecordAgeInSeconds")).isLessThan(A_DAY);
            assertThat(referred(map(stream.get("DeadLetterConfig")).get("Arn"))).isEqualTo("FailedMail");
        });
    }

    @Test
    void whatWaits_orWasLaidAside_isKeptEncryptedForAsLongAsAQueueCan() {
        Map<String, Map<?, ?>> queues = Deployed.ofType("AWS::SQS::Queue");
        assertThat(queues).hasSize(9);
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

    private static int number(Map<?, ?> properties, String name) {
        return Integer.parseInt(text(properties.get(name)));
    }

    private static Object redrive(Map<?, ?> queue, String name) {
        return Objects.requireNonNull(map(queue.get("RedrivePolicy")).get(name));
    }

    private static String laidAside(Map<?, ?> config) {
        return referred(
                map(map(config.get("DestinationConfig")).get("OnFailure")).get("Destination"));
    }
}
