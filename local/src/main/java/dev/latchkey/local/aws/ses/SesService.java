package dev.latchkey.local.aws.ses;

import dev.latchkey.local.aws.wire.AwsCall;
import dev.latchkey.local.aws.wire.AwsError;
import dev.latchkey.local.aws.wire.AwsReply;
import dev.latchkey.local.aws.wire.AwsService;
import dev.latchkey.local.aws.wire.Form;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** SES over the query protocol. Any sender may send: identities are only remembered, not asked for. */
public final class SesService implements AwsService {
    private final Map<String, Function<SesRequest, Xml>> actions = new HashMap<>();
    private final Identities identities = new Identities();

    public SesService(Mailbox mailbox, InstantSource clock) {
        actions.putAll(new Sending(mailbox, clock).actions());
        actions.putAll(identities.actions());
        actions.putAll(new Statistics(mailbox, clock).actions());
    }

    /** Whether this address has been verified of itself. */
    public boolean isVerified(String address) {
        return identities.isVerified(address);
    }

    @Override
    public AwsReply answer(AwsCall call) {
        var action = actions.get(call.operation());
        if (action == null) {
            throw new AwsError("InvalidAction", "Could not find operation " + call.operation());
        }
        Xml result = action.apply(new SesRequest(Form.parse(call.body())));
        return reply(200, Xml.response(call.operation(), result));
    }

    @Override
    public AwsReply error(AwsCall call, AwsError error) {
        return refusal(error);
    }

    static AwsReply refusal(AwsError error) {
        return reply(error.status(), Xml.error(error));
    }

    private static AwsReply reply(int status, Xml xml) {
        return AwsReply.text(status, "text/xml", xml.text());
    }
}
