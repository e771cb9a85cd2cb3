package dev.latchkey.local.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a function may do, from all places that say so: its own {@code Policies}, the managed policies of the template that
 * they name, or a role of its own, and as a bound to all that a managed policy of the template. Refused is whatever could
 * say it in yet another place: policy templates of SAM, AWS's managed policies but the one below, policies that attach
 * themselves.
 */
final class Policies {
    /** Writes logs, which no service here keeps. */
    private static final Set<String> LOGS =
            Set.of("AWSLambdaBasicExecutionRole", "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole");

    private static final Set<String> ATTACH_THEMSELVES = Set.of("AWS::IAM::Policy", "AWS::IAM::RolePolicy");

    private final Section resources;

    Policies(Section resources) {
        this.resources = resources;
        resources.content().forEach((name, resource) -> {
            Object type = resource instanceof Map<?, ?> map ? map.get("Type") : null;
            if (type != null && ATTACH_THEMSELVES.contains(type)) {
                throw new TemplateException(name + " is of the type " + type + ", which is not known here");
            }
        });
    }

    List<PolicyStatement> of(String function, Section properties) {
        if (!properties.has("Role")) {
            return listed(function, properties.content().get("Policies"));
        }
        refuse(function + " has a role and", properties, "Policies");
        return ofRole(properties.resourceName("Role"));
    }

    /** The one of the globals is for roles that the transform makes; a role of its own says its own. */
    @Nullable
    List<PolicyStatement> boundary(String function, Section properties, Section globals) {
        Section said = properties;
        if (properties.has("Role")) {
            said = resource(properties.resourceName("Role"), "AWS::IAM::Role");
        } else if (!properties.has("PermissionsBoundary")) {
            said = globals;
        }
        Object boundary = said.content().get("PermissionsBoundary");
        return boundary == null ? null : named(function + ".PermissionsBoundary", boundary);
    }

    private List<PolicyStatement> ofRole(String role) {
        Section properties = resource(role, "AWS::IAM::Role");
        List<PolicyStatement> all =
                new ArrayList<>(listed(role, properties.content().get("ManagedPolicyArns")));
        properties
                .sections("Policies")
                .forEach(inline -> all.addAll(document(
                        role + "." + inline.text("PolicyName"), inline.content().get("PolicyDocument"))));
        return all;
    }

    private List<PolicyStatement> listed(String where, @Nullable Object policies) {
        List<PolicyStatement> all = new ArrayList<>();
        List<?> each = policies instanceof List<?> list ? list : policies == null ? List.of() : List.of(policies);
        for (Object policy : each) {
            all.addAll(
                    policy instanceof Map<?, ?> inline && inline.containsKey("Statement")
                            ? document(where, policy)
                            : named(where, policy));
        }
        return all;
    }

    private List<PolicyStatement> named(String where, Object policy) {
        if (Intrinsic.recognise(policy) instanceof Intrinsic(String call, Object name)
                && call.equals("Ref")
                && resources.has(String.valueOf(name))) {
            return managed(String.valueOf(name));
        }
        Object resolved = resources.resolver().resolve(policy);
        if (resolved == null || LOGS.contains(resolved)) {
            return List.of();
        }
        throw new TemplateException(where + " has the policy " + resolved + ", which is not known here");
    }

    private List<PolicyStatement> managed(String name) {
        Section properties = resource(name, "AWS::IAM::ManagedPolicy");
        refuse(name, properties, "Roles");
        return document(name, properties.content().get("PolicyDocument"));
    }

    private Section resource(String name, String type) {
        Section resource = resources.section(name);
        if (!type.equals(resource.content().get("Type")) || resource.has("Condition")) {
            throw new TemplateException(name + " is no " + type + " that is always there");
        }
        return resource.section("Properties");
    }

    private List<PolicyStatement> document(String where, @Nullable Object raw) {
        return PolicyDocument.read(where, raw, resources.resolver());
    }

    private static void refuse(String where, Section properties, String name) {
        if (properties.has(name)) {
            throw new TemplateException(where + " has " + name + ", which is not known here");
        }
    }
}
