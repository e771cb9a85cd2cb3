package dev.latchkey.local.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The SAM template with its values worked out. Refused, by name: functions, references, event types and parts of the
 * functions' policies that are not known here, parameters that do not exist, two tables, two HTTP APIs. What needs no
 * local counterpart (alarms, key policies) is never looked at.
 */
public final class SamTemplate {
    private static final String FUNCTION = "AWS::Serverless::Function";
    private static final int LAMBDA_TIMEOUT_SECONDS = 3;
    private static final String JVM_OPTIONS = "JAVA_TOOL_OPTIONS";
    private static final int LAMBDA_ASYNC_RETRIES = 2;

    private final List<SamFunction> functions;
    private final List<Trigger> triggers;
    private final List<BusRule> rules;
    private final List<QueueDefinition> queues;
    private final List<StreamPipe> pipes;
    private final @Nullable Cors cors;
    private final @Nullable TableDefinition table;

    private SamTemplate(Map<?, ?> document, Resolver resolver) {
        Section resources = new Section("Resources", Maps.at(document, "Resources"), resolver);
        Section globals = new Section("Globals", Maps.at(document, "Globals"), resolver);
        List<SamFunction> read = new ArrayList<>();
        List<Trigger> events = new ArrayList<>();
        Policies policies = new Policies(resources);
        ofType(resources, FUNCTION).forEach(function -> {
            DeclaredFunction declared = DeclaredFunction.of(function);
            read.add(function(declared, function.section("Properties"), globals.section("Function"), policies));
            events.addAll(declared.triggers());
        });
        this.functions = List.copyOf(read);
        this.triggers = List.copyOf(events);
        this.rules = ofType(resources, "AWS::Events::Rule").map(BusRule::read).toList();
        this.queues =
                ofType(resources, "AWS::SQS::Queue").map(QueueDefinition::read).toList();
        this.pipes = ofType(resources, "AWS::Pipes::Pipe").map(StreamPipe::read).toList();
        this.cors = only(resources, "AWS::Serverless::HttpApi")
                .filter(api -> api.has("CorsConfiguration"))
                .or(() -> Optional.of(globals.section("HttpApi")).filter(api -> api.has("CorsConfiguration")))
                .map(api -> Cors.read(api.section("CorsConfiguration")))
                .orElse(null);
        this.table = only(resources, "AWS::DynamoDB::Table")
                .map(TableDefinition::read)
                .orElse(null);
    }

    /**
     * Reads the file and works out what the local server needs of it.
     *
     * @param parameters values for the template's parameters, over their defaults
     * @param attributes what references to resources stand for: {@code SigningKey} and {@code SigningKey.Arn}
     */
    public static SamTemplate read(Path file, Map<String, String> parameters, Map<String, String> attributes) {
        Map<?, ?> document = CloudFormationYaml.load(file);
        return new SamTemplate(document, new Resolver(document, new References(document, parameters, attributes)));
    }

    /** The functions with what needs no parameter's value; a function behind a condition may need one. */
    public static List<DeclaredFunction> declared(Path file) {
        Map<?, ?> document = CloudFormationYaml.load(file);
        Resolver resolver = new Resolver(document, new References(document, Map.of(), Map.of()));
        return ofType(new Section("Resources", Maps.at(document, "Resources"), resolver), FUNCTION)
                .map(DeclaredFunction::of)
                .toList();
    }

    public List<SamFunction> functions() {
        return functions;
    }

    public SamFunction function(String id) {
        return functions.stream()
                .filter(function -> function.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new TemplateException("no function is called " + id));
    }

    public <T extends Trigger> List<T> triggers(Class<T> type) {
        return triggers.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** What the event bus does with which events. */
    public List<BusRule> rules() {
        return rules;
    }

    public List<QueueDefinition> queues() {
        return queues;
    }

    public List<StreamPipe> pipes() {
        return pipes;
    }

    public @Nullable Cors cors() {
        return cors;
    }

    public TableDefinition table() {
        if (table == null) {
            throw new TemplateException("it declares no table");
        }
        return table;
    }

    /**
     * All variables of all functions, for the one composition root that serves them all here; two that disagree are
     * refused. What a function's own JVM is started with is left out.
     */
    public Map<String, String> environment() {
        Map<String, String> merged = new LinkedHashMap<>();
        for (SamFunction function : functions) {
            function.environment().forEach((name, value) -> {
                String other = name.equals(JVM_OPTIONS) ? null : merged.put(name, value);
                if (other != null && !other.equals(value)) {
                    throw new TemplateException(function.id() + " has its own value for " + name);
                }
            });
        }
        return merged;
    }

    private static SamFunction function(DeclaredFunction declared, Section own, Section globals, Policies policies) {
        Section async =
                own.has("EventInvokeConfig") ? own.section("EventInvokeConfig") : globals.section("EventInvokeConfig");
        int timeout = own.number("Timeout", globals.number("Timeout", LAMBDA_TIMEOUT_SECONDS));
        return new SamFunction(
                declared.id(),
                declared.handlerClass(),
                environment(globals, own),
                Duration.ofSeconds(timeout),
                async.number("MaximumRetryAttempts", LAMBDA_ASYNC_RETRIES),
                Destinations.onFailure(async),
                policies.of(declared.id(), own),
                policies.boundary(declared.id(), own, globals));
    }

    private static Map<String, String> environment(Section... from) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (Section each : from) {
            Section declared = each.section("Environment").section("Variables");
            declared.content().forEach((key, raw) -> {
                String name = String.valueOf(key);
                boolean takenAway = raw != null && declared.value(name) == null;
                if (!takenAway) {
                    variables.put(name, declared.text(name));
                }
            });
        }
        return variables;
    }

    private static Stream<Section> ofType(Section resources, String type) {
        return resources
                .children()
                .filter(resource -> type.equals(resource.content().get("Type")))
                .filter(resource -> !resource.has("Condition")
                        || resource.resolver()
                                .holds(String.valueOf(resource.content().get("Condition"))));
    }

    private static Optional<Section> only(Section resources, String type) {
        List<Section> found = ofType(resources, type).toList();
        if (found.size() > 1) {
            throw new TemplateException("more than one " + type);
        }
        return found.stream().findFirst().map(resource -> resource.section("Properties"));
    }
}
