package dev.latchkey.local.template;

import static dev.latchkey.local.template.Deployed.RESOURCES;
import static dev.latchkey.local.template.Deployed.list;
import static dev.latchkey.local.template.Deployed.map;
import static dev.latchkey.local.template.Deployed.referred;
import static dev.latchkey.local.template.Deployed.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.house.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An alarm is worth what whoever is woken by it can do: each has its part in docs/operations.md. */
class AlarmsTest {

    private static final Pattern PART = Pattern.compile("(?ms)^### (\\w+Alarm)$(.*?)(?=^##|\\z)");
    private static final int MOST_METRICS = 10;

    private final Map<String, Map<?, ?>> alarms = Deployed.ofType("AWS::CloudWatch::Alarm");
    private final Map<String, Map<?, ?>> filters = Deployed.ofType("AWS::Logs::MetricFilter");

    @Test
    void eachAlarm_hasItsPartInTheOperationsPage_andEachPartAnAlarm() throws IOException {
        assertThat(parts().keySet()).isEqualTo(alarms.keySet());
        assertThat(parts().values())
                .allSatisfy(part -> assertThat(part).contains("**Means:**").contains("**First:**"));
    }

    @Test
    void eachPart_saysFromWhenOn() throws IOException {
        Map<String, String> parts = parts();
        assertThat(alarms).isNotEmpty();
        alarms.forEach((name, alarm) -> assertThat(parts.get(name)).as(name).contains("(" + since(alarm)));
    }

    @Test
    void eachAlarm_tellsTheTopicIfThereIsOne_andIsCalmWhereNothingHappens() {
        assertThat(alarms.values()).allSatisfy(alarm -> {
            assertThat(text(alarm.get("AlarmActions"))).contains("HasAlarmTopic", "argument=AlarmTopic");
            assertThat(alarm.get("TreatMissingData")).isEqualTo("notBreaching");
            assertThat(text(alarm.get("AlarmDescription"))).endsWith(".");
        });
    }

    @Test
    void whatIsCountedInTheLog_isTheFunctionsLog_andHasAnAlarm() {
        Set<String> watched = alarms.values().stream()
                .filter(alarm -> text(alarm.get("Namespace")).contains("Latchkey/"))
                .map(alarm -> text(alarm.get("MetricName")))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(watched).isEqualTo(new TreeSet<>(Deployed.logPatterns().keySet()));
        assertThat(filters.values()).allSatisfy(filter -> {
            assertThat(referred(filter.get("LogGroupName"))).isEqualTo("FunctionLog");
            assertThat(Deployed.counted(filter).get("MetricValue")).isEqualTo("1");
            assertThat(text(Deployed.counted(filter).get("MetricNamespace"))).contains("Latchkey/${AWS::StackName}");
        });
    }

    @Test
    void whatIsWatchedElsewhere_existsInTheTemplate() {
        Set<String> measured = new TreeSet<>();
        for (Map<?, ?> alarm : alarms.values()) {
            assertThat(list(alarm.get("Metrics"))).hasSizeLessThanOrEqualTo(MOST_METRICS + 1);
            measured.addAll(resources(alarm));
            list(alarm.get("Metrics"))
                    .forEach(metric -> measured.addAll(
                            resources(map(map(map(metric).get("MetricStat")).get("Metric")))));
        }
        assertThat(measured)
                .allMatch(RESOURCES::containsKey)
                .contains("Api", "MailSenderFunction", "LogInFunction", "DirectorySyncFunction", "MailFeedbackFunction")
                .containsAll(Deployed.ofType("AWS::SQS::Queue").keySet());
    }

    private static List<String> resources(Map<?, ?> metric) {
        return list(metric.get("Dimensions")).stream()
                .map(dimension -> referred(map(dimension).get("Value")))
                .toList();
    }

    private static String since(Map<?, ?> alarm) {
        int threshold = Integer.parseInt(text(alarm.get("Threshold")));
        assertThat(alarm.get("EvaluationPeriods")).isEqualTo(1);
        if (text(alarm.get("Metrics")).contains("ApproximateAgeOfOldestMessage")) {
            return threshold / 60 + " minutes old";
        }
        if ("Maximum".equals(alarm.get("Statistic"))) {
            boolean isAge = text(alarm.get("MetricName")).equals("ApproximateAgeOfOldestMessage");
            return isAge ? threshold / 60 + " minutes old" : threshold + " message";
        }
        int minutes = period(alarm) / 60;
        return threshold + " in " + (minutes == 1 ? "a minute" : minutes + " minutes");
    }

    private static int period(Map<?, ?> alarm) {
        Object stated = alarm.get("Period");
        return Integer.parseInt(text(
                stated != null
                        ? stated
                        : map(map(list(alarm.get("Metrics")).getLast()).get("MetricStat"))
                                .get("Period")));
    }

    private static Map<String, String> parts() throws IOException {
        String page = Files.readString(Repository.file("docs/operations.md"));
        Map<String, String> parts = new TreeMap<>();
        for (MatchResult part : PART.matcher(page).results().toList()) {
            assertThat(parts.put(part.group(1), part.group(2))).isNull();
        }
        return parts;
    }
}
