package dev.latchkey.local.http;

import java.util.ArrayList;
import java.util.List;

/** A reply, complete: nothing here is streamed, as nothing the functions answer is. */
public record Reply(int status, List<Header> headers, Bytes body) {

    public Reply {
        headers = List.copyOf(headers);
    }

    public static Reply of(int status, String contentType, String text) {
        return new Reply(status, List.of(new Header("content-type", contentType)), Bytes.utf8(text));
    }

    public static Reply json(int status, String json) {
        return of(status, "application/json", json);
    }

    public Reply with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Reply(status, more, body);
    }
}
