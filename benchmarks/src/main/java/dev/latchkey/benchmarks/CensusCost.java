package dev.latchkey.benchmarks;

import dev.latchkey.benchmarks.Rounds.Step;
import dev.latchkey.contact.ClientIndex;
import dev.latchkey.firm.FirmId;
import dev.latchkey.local.AwsLocalMain;
import dev.latchkey.local.LocalSettings;
import dev.latchkey.local.aws.LocalAws;
import dev.latchkey.local.table.LocalClients;
import dev.latchkey.local.table.TableCreator;
import dev.latchkey.report.ClientCounts;
import dev.latchkey.report.CountClients;
import dev.latchkey.store.AwsConnection;
import dev.latchkey.store.CallLimits;
import dev.latchkey.store.Table;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What counting 100,000 contacts takes, of what 10,000 take and of reading the same pages without counting. Run with little
 * memory: DynamoDB Local, in this process, shares it.
 */
public final class CensusCost {

    private static final FirmId SMALL = new FirmId("bench-small");
    private static final FirmId LARGE = new FirmId("bench-large");
    private static final int CONTACTS = 10_000;
    private static final int TIMES = 10;
    private static final int WARM_UP = 1;
    private static final int KEPT = 5;
    private static final long MEBIBYTE = 1 << 20;
    private static final String OF_SMALL = "census of 10,000 contacts";
    private static final String OF_LARGE = "census of 100,000 contacts";
    private static final String READING = "reading the same pages";

    private final LocalAws aws;
    private final Table table;

    private CensusCost(LocalAws aws) {
        this.aws = aws;
        Map<String, String> environment = Map.of(
                "AWS_REGION",
                LocalClients.REGION,
                "AWS_ACCESS_KEY_ID",
                "local",
                "AWS_SECRET_ACCESS_KEY",
                "local",
                "AWS_ENDPOINT_URL",
                aws.endpoint().toString());
        this.table = Table.connect(new AwsConnection(environment, CallLimits.OF_FUNCTIONS), TableCreator.TABLE);
    }

    public static void main(String[] arguments) throws Exception {
        try (LocalAws aws = AwsLocalMain.start(LocalSettings.from(Map.of("AWS_LOCAL_PORT", "0")))) {
            new CensusCost(aws).measure();
        }
    }

    private void measure() throws Exception {
        ClientCounts small;
        ClientCounts large;
        try (DynamoDbClient dynamo = LocalClients.dynamoDb(aws.direct(), aws.accessKey())) {
            small = FilledFirm.write(dynamo, SMALL, CONTACTS);
            large = FilledFirm.write(dynamo, LARGE, CONTACTS * TIMES);
        }
        List<Step> steps = List.of(
                samples -> count(samples, OF_SMALL, SMALL, small),
                samples -> count(samples, OF_LARGE, LARGE, large),
                this::read);
        Samples samples = Rounds.of(WARM_UP, KEPT, () -> {}, steps);
        System.err.printf(
                "Census, counted right each time, in %d MiB%n",
                Runtime.getRuntime().maxMemory() / MEBIBYTE);
        System.err.printf("%s: %s%n", OF_SMALL, small);
        System.err.printf("%s: %s%n", OF_LARGE, large);
        System.err.printf("%s: %s of one of 10,000%n", OF_LARGE, samples.spread(OF_LARGE, OF_SMALL));
        System.err.printf("%s: %s of %s%n", OF_LARGE, samples.spread(OF_LARGE, READING), READING);
        System.err.printf("queries: %d for 10,000, %d for 100,000%n", queries(SMALL), queries(LARGE));
    }

    private void count(Samples samples, String what, FirmId firm, ClientCounts expected) {
        long start = System.nanoTime();
        ClientCounts counts = new CountClients(table).of(firm);
        samples.add(what, System.nanoTime() - start);
        if (!counts.equals(expected)) {
            throw new IllegalStateException("counted " + counts + " and not " + expected);
        }
    }

    private void read(Samples samples) {
        long start = System.nanoTime();
        table.each(ClientIndex.INDEX, ClientIndex.of(LARGE), ClientIndex.COUNTED, item -> {});
        samples.add(READING, System.nanoTime() - start);
    }

    private long queries(FirmId firm) {
        long before = queries();
        new CountClients(table).of(firm);
        return queries() - before;
    }

    private long queries() {
        return aws.calls().snapshot().getOrDefault("dynamodb", Map.of()).getOrDefault("Query", 0L);
    }
}
