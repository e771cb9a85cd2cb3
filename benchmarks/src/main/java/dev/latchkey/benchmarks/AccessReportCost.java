package dev.latchkey.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.benchmarks.Rounds.Step;
import dev.latchkey.firm.FirmId;
import dev.latchkey.local.LocalServer;
import dev.latchkey.local.LocalSettings;
import dev.latchkey.local.table.LocalClients;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What the access report of 1,000, 10,000 and 100,000 contacts takes, as a packed CSV file over HTTP, and how large it is as a
 * packed workbook; of the largest firm the workbook is refused. Run with little memory: the local server and DynamoDB Local,
 * in this process, share it.
 */
public final class AccessReportCost {

    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000);
    private static final int LARGEST_WORKBOOK = 70_000;
    private static final String CSV = "text/csv";
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int BAD_REQUEST = 400;
    private static final int WARM_UP = 1;
    private static final int KEPT = 3;
    private static final int KINDS = 20;
    private static final long MEBIBYTE = 1 << 20;

    private final HttpClient client = HttpClient.newHttpClient();
    private final LocalServer server;

    private AccessReportCost(LocalServer server) {
        this.server = server;
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> environment = Map.of("PORT", "0", "AWS_LOCAL_PORT", "0", "LATCHKEY_SEED", "none");
        try (LocalServer server = LocalServer.start(LocalSettings.from(environment))) {
            new AccessReportCost(server).measure();
        }
    }

    private void measure() throws Exception {
        try (DynamoDbClient dynamo =
                LocalClients.dynamoDb(server.aws().direct(), server.aws().accessKey())) {
            for (int size : SIZES) {
                FilledFirm.write(dynamo, new FirmId(firm(size)), size);
            }
            FilledFirm.write(dynamo, new FirmId(firm(LARGEST_WORKBOOK)), LARGEST_WORKBOOK);
        }
        Samples samples = Rounds.of(
                WARM_UP,
                KEPT,
                () -> {},
                SIZES.stream().map(size -> (Step) kept -> timed(kept, size)).toList());
        System.err.printf("Access report, in %d MiB%n", Runtime.getRuntime().maxMemory() / MEBIBYTE);
        for (int size : SIZES) {
            print(size, CSV);
        }
        for (int size : List.of(1_000, 10_000, LARGEST_WORKBOOK)) {
            print(size, WORKBOOK);
        }
        int refused = reply(SIZES.getLast(), WORKBOOK).statusCode();
        if (refused != BAD_REQUEST) {
            throw new IllegalStateException("answered " + refused);
        }
        for (int size : SIZES.subList(1, SIZES.size())) {
            System.err.printf(
                    "%s: time %s of %s%n", firm(size), samples.spread(firm(size), firm(size / 10)), firm(size / 10));
        }
    }

    private void timed(Samples samples, int size) throws Exception {
        long start = System.nanoTime();
        byte[] file = report(size, CSV);
        samples.add(firm(size), System.nanoTime() - start);
        long rows = lines(file) - 1;
        if (rows != (long) size / KINDS * (KINDS - 1)) {
            throw new IllegalStateException("the report has " + rows + " rows");
        }
    }

    private void print(int size, String form) throws Exception {
        System.gc();
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        long before = heap.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
        long queries = queries();
        long start = System.nanoTime();
        byte[] file = report(size, form);
        long milliseconds = (System.nanoTime() - start) / 1_000_000;
        long peak =
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.err.printf(
                "%s, %s: %d ms, %d queries, %d bytes packed, %d in base64; heap %d MiB before, %d at its peak, garbage with it%n",
                firm(size),
                form,
                milliseconds,
                queries() - queries,
                file.length,
                (file.length + 2L) / 3 * 4,
                before / MEBIBYTE,
                peak / MEBIBYTE);
    }

    private static long lines(byte[] file) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(file))) {
            byte[] some = new byte[1 << 16];
            long lines = 0;
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                for (int place = 0; place < read; place++) {
                    lines += some[place] == '\n' ? 1 : 0;
                }
            }
            return lines;
        }
    }

    private byte[] report(int size, String form) throws Exception {
        HttpResponse<byte[]> reply = reply(size, form);
        if (reply.statusCode() != 200) {
            throw new IllegalStateException("answered " + reply.statusCode());
        }
        return reply.body();
    }

    private HttpResponse<byte[]> reply(int size, String form) throws Exception {
        URI uri = server.api().resolve("/v1/firms/" + firm(size) + "/portal-access");
        return client.send(
                HttpRequest.newBuilder(uri)
                        .header("Authorization", "Bearer " + token(firm(size)))
                        .header("Accept", form)
                        .header("Accept-Encoding", "gzip")
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private String token(String firm) throws Exception {
        String asked = "{\"firmId\":\"" + firm + "\",\"sub\":\"s1\",\"roles\":[\"portal:admin\"]}";
        HttpRequest request = HttpRequest.newBuilder(server.api().resolve("/_local/staff-tokens"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(asked))
                .build();
        String reply = client.send(request, BodyHandlers.ofString()).body();
        return new ObjectMapper().readTree(reply).path("token").asText();
    }

    private long queries() {
        return server.aws()
                .calls()
                .snapshot()
                .getOrDefault("dynamodb", Map.of())
                .getOrDefault("Query", 0L);
    }

    private static String firm(int size) {
        return "bench-" + size;
    }
}
