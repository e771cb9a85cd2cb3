package dev.latchkey.local.aws.ses;

import dev.latchkey.local.aws.wire.AwsError;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Senders and configuration sets; each is there at once, and forgotten when the endpoint ends. */
final class Identities {
    private final Set<String> verified = new TreeSet<>();
    private final Set<String> rules = new TreeSet<>();

    Map<String, Function<SesRequest, Xml>> actions() {
        return Map.of(
                "VerifyEmailIdentity", this::verify,
                "VerifyDomainIdentity", this::verifyDomain,
                "CreateConfigurationSet", this::create,
                "ListIdentities", _ -> list(),
                "GetIdentityVerificationAttributes", this::attributes);
    }

    synchronized boolean isVerified(String address) {
        return verified.contains(address);
    }

    private synchronized Xml verify(SesRequest request) {
        verified.add(Addresses.bare(request.required("EmailAddress")));
        return Xml.NOTHING;
    }

    private synchronized Xml verifyDomain(SesRequest request) {
        String domain = request.required("Domain");
        verified.add(domain);
        return Xml.element("VerificationToken", domain);
    }

    private synchronized Xml create(SesRequest request) {
        String name = request.required("ConfigurationSet.Name");
        if (!rules.add(name)) {
            throw new AwsError("ConfigurationSetAlreadyExists", "Configuration set <" + name + "> already exists.");
        }
        return Xml.NOTHING;
    }

    private synchronized Xml list() {
        return Xml.element("Identities", verified.stream().map(identity -> Xml.element("member", identity)));
    }

    private synchronized Xml attributes(SesRequest request) {
        return Xml.element(
                "VerificationAttributes",
                request.list("Identities").stream()
                        .filter(verified::contains)
                        .map(identity -> Xml.element(
                                "entry",
                                Xml.element("key", identity),
                                Xml.element("value", Xml.element("VerificationStatus", "Success")))));
    }
}
