package dev.latchkey.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Lists that are given in pages. */
final class Pages {

    private Pages() {}

    /**
     * Goes through all pages of this size.
     *
     * @param list asks for the page that a query is about
     */
    static List<JsonNode> all(Function<String, Answer> list, String query, int limit) {
        List<JsonNode> all = new ArrayList<>();
        String page = query + (query.isEmpty() ? "" : "&") + "limit=" + limit;
        Answer answer = list.apply(page);
        while (true) {
            answer.body().path("items").forEach(all::add);
            if (answer.body().path("nextCursor").isNull()) {
                return all;
            }
            answer = list.apply(page + "&cursor=" + answer.text("/nextCursor"));
        }
    }
}
