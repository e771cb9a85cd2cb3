package dev.latchkey.benchmarks;

import dev.latchkey.benchmarks.Service.Answer;
import dev.latchkey.firm.FirmId;
import dev.latchkey.local.table.LocalClients;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * How many calls to AWS each operation takes in a firm of 100,000 contacts, and at an address that 5,000 contacts share. Prints
 * a line for each. The whole report is measured by {@link AccessReportCost}.
 */
public final class CallCounts {

    private static final String LARGE = "large";
    private static final int CONTACTS = 100_000;
    private static final String SHARED = "bookkeeper@mail.example.com";
    private static final int SHARING = 5_000;
    private static final Duration QUIET = Duration.ofSeconds(2);

    private final Service service;

    private CallCounts(Service service) {
        this.service = service;
    }

    public static void main(String[] arguments) throws Exception {
        try (Service service = Service.start()) {
            new CallCounts(service).count();
        }
    }

    private void count() throws Exception {
        countAtSharedAddress();
        countInLargeFirm();
    }

    private void countInLargeFirm() throws Exception {
        try (DynamoDbClient dynamo = LocalClients.dynamoDb(
                service.server().aws().direct(), service.server().aws().accessKey())) {
            FilledFirm.write(dynamo, new FirmId(LARGE), CONTACTS);
        }
        String staff = service.staff(LARGE);
        String firm = "/v1/firms/" + LARGE;
        System.err.printf("In a firm of %d contacts%n", CONTACTS);
        print("settings", () -> service.as(staff, "GET", firm + "/portal-settings", ""));
        print(
                "preview of another access mode",
                () -> service.as(staff, "POST", firm + "/portal-settings/preview", """
                {"accessMode":"MAGIC_LINK_ONLY"}"""));
        print("page of the report", () -> service.as(staff, "GET", firm + "/portal-access?limit=50", ""));
        print("page of a status that many have", () -> page(staff, "ACTIVE"));
        print("page of a status that none has", () -> page(staff, "DEACTIVATED"));
        print("one contact", () -> service.as(staff, "GET", firm + "/contacts/contact-0/portal-access", ""));
        print("link to one contact", () -> service.as(staff, "POST", firm + "/contacts/contact-10/magic-links", """
                {"requestId":"r1"}"""));
        print(
                "invitation of a hundred",
                () -> service.as(staff, "POST", firm + "/portal-access/invitations", """
                {"status":"NO_ACCOUNT"}""", "Idempotency-Key", "k1"));
        print("event of one contact", () -> contact(LARGE, "contact-10", 9, ""));
        print("audit of one contact", () -> service.as(staff, "GET", firm + "/audit-events?contactId=contact-0", ""));
    }

    private Answer page(String staff, String status) throws IOException, InterruptedException {
        return service.as(staff, "GET", "/v1/firms/" + LARGE + "/portal-access?limit=50&status=" + status, "");
    }

    private void countAtSharedAddress() throws Exception {
        for (int number = 0; number < SHARING; number++) {
            contact(Service.FIRM, "c" + number, 1, SHARED);
        }
        String session = service.signUp(SHARED).text("accessToken");
        String staff = service.staff(Service.FIRM);
        String last = "/v1/firms/" + Service.FIRM + "/contacts/c" + (SHARING - 1) + "/portal-access";
        System.err.printf("At an address of %d contacts%n", SHARING);
        print("login", () -> service.logIn(SHARED, Service.PASSWORD));
        print("/v1/me", () -> service.as(session, "GET", "/v1/me", ""));
        print("event: it comes to one more", () -> contact(Service.FIRM, "one-more", 1, SHARED));
        print("event: it leaves the latest", () -> contact(Service.FIRM, "one-more", 2, ""));
        print("event: it leaves one of the first", () -> contact(Service.FIRM, "c3", 2, ""));
        print("staff look at one contact", () -> service.as(staff, "GET", last, ""));
        print("deactivation", () -> service.as(staff, "POST", last + "/deactivate", "{}"));
        print("reactivation", () -> service.as(staff, "POST", last + "/reactivate", "{}"));
        print("reset", () -> service.as(staff, "POST", last + "/reset", """
                {"reason":"lost"}"""));
    }

    private Answer contact(String firm, String id, int version, String email) throws IOException, InterruptedException {
        return service.contact(firm, id, version, email.isEmpty() ? "" : "\"" + email + "\"");
    }

    private void print(String operation, Callable<Answer> call) throws Exception {
        Map<String, Long> before = quiet();
        Answer answer = call.call();
        if (answer.status() >= 300) {
            throw new IllegalStateException(operation + ": " + answer.body());
        }
        System.err.printf("%s: %s%n", operation, more(before, calls()));
    }

    /** What was called until now, once nothing has been for a while: mails and the stream have their own calls. */
    private Map<String, Long> quiet() {
        Map<String, Long> before = Map.of();
        Map<String, Long> now = calls();
        while (!before.equals(now)) {
            LockSupport.parkNanos(QUIET.toNanos());
            before = now;
            now = calls();
        }
        return now;
    }

    private Map<String, Long> calls() {
        Map<String, Long> all = new TreeMap<>();
        service.server().aws().calls().snapshot().forEach((name, operations) -> all.putAll(operations));
        return all;
    }

    private static Map<String, Long> more(Map<String, Long> before, Map<String, Long> after) {
        Map<String, Long> more = new TreeMap<>();
        after.forEach((operation, calls) -> {
            long difference = calls - before.getOrDefault(operation, 0L);
            if (difference > 0) {
                more.put(operation, difference);
            }
        });
        return more;
    }
}
