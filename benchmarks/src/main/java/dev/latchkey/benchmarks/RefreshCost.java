package dev.latchkey.benchmarks;

import dev.latchkey.benchmarks.Rounds.Step;
import dev.latchkey.benchmarks.Service.Answer;
import java.util.List;

/** What trading a refresh token takes over HTTP, and then what it and a login take of their own processor time. */
public final class RefreshCost {

    private static final String EMAIL = "known@example.com";
    private static final String REFRESH = "refresh";

    private final Service service;
    private String token;

    private RefreshCost(Service service, String token) {
        this.service = service;
        this.token = token;
    }

    public static void main(String[] arguments) throws Exception {
        try (Service service = Service.start()) {
            service.contact("c1", EMAIL);
            RefreshCost cost = new RefreshCost(service, service.signUp(EMAIL).text("refreshToken"));
            cost.overHttp();
            OwnCost.measure(service.server(), EMAIL, cost.token);
        }
    }

    private void overHttp() throws Exception {
        AwsCalls.watch("RefreshSessionFunction");
        BareHash hash = new BareHash();
        List<Step> steps = List.of(hash::time, this::refresh);
        Samples samples = Rounds.of(() -> {}, steps);
        System.err.println("Refresh over HTTP");
        HttpCost.print(samples, REFRESH);
    }

    private void refresh(Samples samples) throws Exception {
        Answer answer = service.refresh(token).expecting(200);
        HttpCost.note(samples, REFRESH, answer);
        token = answer.text("refreshToken");
    }
}
