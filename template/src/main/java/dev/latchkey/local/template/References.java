package dev.latchkey.local.template;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What names in the template stand for here. Parameters come from the overrides, else from their default; keys and the
 * like have their values from the caller; the one table is called {@value #TABLE}, and a queue, which policies name, by
 * its logical id.
 * A name with no value is an error: an empty setting would only be noticed much later.
 */
final class References {
    static final String TABLE = "latchkey";

    private static final String TABLE_ARN = "arn:aws:dynamodb:eu-west-1:000000000000:table/" + TABLE;
    private static final Map<String, String> PSEUDO = Map.of(
            "AWS::Region", "eu-west-1",
            "AWS::AccountId", "000000000000",
            "AWS::Partition", "aws",
            "AWS::URLSuffix", "amazonaws.com",
            "AWS::StackName", "latchkey-local");

    private final Map<?, ?> parameters;
    private final Map<?, ?> resources;
    private final Map<String, String> overrides;
    private final Map<String, String> attributes;

    References(Map<?, ?> template, Map<String, String> overrides, Map<String, String> attributes) {
        this.parameters = Maps.at(template, "Parameters");
        this.resources = Maps.at(template, "Resources");
        this.overrides = overrides;
        this.attributes = attributes;
        for (String name : overrides.keySet()) {
            if (!parameters.containsKey(name)) {
                throw new TemplateException("it has no parameter called " + name);
            }
        }
    }

    /** {@code AWS::NoValue} is null. */
    @Nullable
    Object ref(String name) {
        String given = attributes.get(name);
        if (given != null) {
            return given;
        }
        if (name.equals("AWS::NoValue")) {
            return null;
        }
        String pseudo = PSEUDO.get(name);
        if (pseudo != null) {
            return pseudo;
        }
        if (parameters.containsKey(name)) {
            return parameter(name);
        }
        if (isTable(name)) {
            return TABLE;
        }
        throw unknown("!Ref " + name);
    }

    String attribute(String path) {
        String given = attributes.get(path);
        if (given != null) {
            return given;
        }
        int dot = path.indexOf('.');
        if (dot > 0 && isTable(path.substring(0, dot))) {
            return switch (path.substring(dot + 1)) {
                case "Arn" -> TABLE_ARN;
                case "StreamArn" -> TABLE_ARN + "/stream/local";
                default -> throw unknown("!GetAtt " + path);
            };
        }
        if (path.endsWith(".Arn") && isOfType(path.substring(0, dot), "AWS::SQS::Queue")) {
            return "arn:aws:sqs:eu-west-1:000000000000:" + path.substring(0, dot);
        }
        if (path.endsWith(".Arn") && isOfType(path.substring(0, dot), "AWS::Logs::LogGroup")) {
            return "arn:aws:logs:eu-west-1:000000000000:log-group:" + path.substring(0, dot) + ":*";
        }
        throw unknown("!GetAtt " + path);
    }

    boolean isResource(String name) {
        return resources.containsKey(name);
    }

    private Object parameter(String name) {
        Map<?, ?> declared = Maps.at(parameters, name);
        Object value = overrides.containsKey(name) ? overrides.get(name) : declared.get("Default");
        if (value == null) {
            throw new TemplateException("the parameter " + name + " has neither a default nor a local value");
        }
        String text = String.valueOf(value);
        if (!"CommaDelimitedList".equals(declared.get("Type"))) {
            return text;
        }
        return text.isEmpty() ? List.of() : List.of(text.split("\\s*,\\s*", -1));
    }

    private boolean isTable(String name) {
        return isOfType(name, "AWS::DynamoDB::Table");
    }

    private boolean isOfType(String name, String type) {
        return isResource(name) && type.equals(Maps.at(resources, name).get("Type"));
    }

    private static TemplateException unknown(String reference) {
        return new TemplateException(reference + " has no local value");
    }
}
