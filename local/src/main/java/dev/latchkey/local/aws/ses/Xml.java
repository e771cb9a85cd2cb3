package dev.latchkey.local.aws.ses;

import dev.latchkey.local.aws.wire.AwsError;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A piece of reply. Characters that XML cannot hold at all become U+FFFD. */
record Xml(String text) {
    private static final String NAMESPACE = " xmlns=\"http://ses.amazonaws.com/doc/2010-12-01/\"";
    static final Xml NOTHING = new Xml("");

    static Xml element(String name, String value) {
        return element(name, new Xml(escape(value)));
    }

    static Xml element(String name, Xml... children) {
        return element(name, Stream.of(children));
    }

    static Xml element(String name, Stream<Xml> children) {
        return new Xml("<" + name + ">" + children.map(Xml::text).collect(Collectors.joining()) + "</" + name + ">");
    }

    static Xml response(String action, Xml result) {
        return root(
                action + "Response",
                element(action + "Result", result),
                element("ResponseMetadata", element("RequestId", requestId())));
    }

    static Xml error(AwsError error) {
        return root(
                "ErrorResponse",
                element(
                        "Error",
                        element("Type", error.status() < 500 ? "Sender" : "Receiver"),
                        element("Code", error.code()),
                        element("Message", error.message())),
                element("RequestId", requestId()));
    }

    private static Xml root(String name, Xml... children) {
        return new Xml(element(name, children).text().replaceFirst("^<" + name, "<" + name + NAMESPACE));
    }

    private static String requestId() {
        return UUID.randomUUID().toString();
    }

    private static String escape(String value) {
        return value.replaceAll("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\r", "&#13;");
    }
}
