package dev.latchkey.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail in the local mailbox. */
record Mail(String id, String from, String to, String subject, String text, String html, JsonNode tags) {

    private static final Pattern URL = Pattern.compile("https?://\\S+");

    static List<Mail> all(JsonNode messages) {
        return messages.valueStream()
                .map(message -> new Mail(
                        message.path("id").asText(),
                        message.path("from").asText(),
                        message.path("to").asText(),
                        message.path("subject").asText(),
                        message.path("text").asText(),
                        message.path("html").asText(),
                        message.path("tags")))
                .toList();
    }

    List<String> urls() {
        return URL.matcher(text).results().map(url -> url.group()).toList();
    }

    String url() {
        return urls().getFirst();
    }

    /** The token in the link's fragment. */
    String token() {
        return fragment("link");
    }

    /** The token of a mail that leads to choosing a password. */
    String passwordToken() {
        return fragment("(?:set-up|reset)");
    }

    boolean isOf(String kind) {
        return tags.path("kind").asText().equals(kind);
    }

    boolean isLink() {
        return text.contains("#link=");
    }

    String linkId() {
        return fragment("id");
    }

    /** The code that is typed where the mail opens on another device. */
    String code() {
        Matcher line = Pattern.compile("(?m)^Code: ([0-9A-Z]{4}-[0-9A-Z]{4})$").matcher(text);
        if (!line.find()) {
            throw new IllegalStateException("no code in " + text);
        }
        return line.group(1);
    }

    private String fragment(String name) {
        Matcher value = Pattern.compile("[#&]" + name + "=([^&]+)").matcher(url());
        if (!value.find()) {
            throw new IllegalStateException("no " + name + " in " + url());
        }
        return value.group(1);
    }
}
