package dev.latchkey.local.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A body. Exists because a record that holds an array compares by identity and lets its content be changed. */
public final class Bytes {
    public static final Bytes NONE = new Bytes(new byte[0]);

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    public static Bytes of(byte[] content) {
        return content.length == 0 ? NONE : new Bytes(content.clone());
    }

    public static Bytes utf8(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] toArray() {
        return content.clone();
    }

    public String asUtf8() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /** Whether {@link #asUtf8} gives the content and not a repaired form of it. */
    public boolean isUtf8() {
        return Arrays.equals(content, asUtf8().getBytes(StandardCharsets.UTF_8));
    }

    public int size() {
        return content.length;
    }

    public boolean isEmpty() {
        return content.length == 0;
    }
}
