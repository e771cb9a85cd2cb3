package dev.latchkey.local.aws.iam;

import dev.latchkey.local.aws.ses.Addresses;
import dev.latchkey.local.aws.wire.AwsCall;
import dev.latchkey.local.aws.wire.Form;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a call of SES asks leave for. Sending is about the identity that it is sent as, which is the address if that has been
 * verified, else its domain; and about the configuration set, where the mail names one.
 */
final class SesNeeds implements Function<AwsCall, List<Need>> {
    private static final String ARN = "arn:aws:ses:eu-west-1:000000000000:";

    private final Predicate<String> verified;

    SesNeeds(Predicate<String> verified) {
        this.verified = verified;
    }

    @Override
    public List<Need> apply(AwsCall call) {
        Map<String, String> fields = Form.parse(call.body());
        String action = "ses:" + call.operation();
        if (!call.operation().equals("SendEmail")) {
            return List.of(new Need(action, "*"));
        }
        String from = Addresses.bare(fields.getOrDefault("Source", ""));
        Map<String, List<String>> context = Map.of(ConditionKey.FROM.name(), List.of(from));
        String set = fields.getOrDefault("ConfigurationSetName", "");
        return Stream.of("identity/" + identity(from), set.isEmpty() ? "" : "configuration-set/" + set)
                .filter(resource -> !resource.isEmpty())
                .map(resource -> new Need(action, ARN + resource, context))
                .toList();
    }

    private String identity(String address) {
        return verified.test(address) ? address : address.substring(address.lastIndexOf('@') + 1);
    }
}
