package dev.latchkey.local.aws.ses;

import dev.latchkey.local.aws.wire.AwsCall;
import dev.latchkey.local.aws.wire.AwsError;
import dev.latchkey.local.aws.wire.AwsReply;
import dev.latchkey.local.aws.wire.AwsService;
import dev.latchkey.local.aws.wire.Form;
import dev.latchkey.local.aws.wire.Relay;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * SES as an emulator has it. Notes the tags of what it took, since no emulator shows them; only the failures that are asked
 * for are worded here.
 */
public record SesProxy(Relay relay, EmulatorMailbox mailbox) implements AwsService {
    private static final Pattern ID = Pattern.compile("<MessageId>([^<]+)</MessageId>");

    @Override
    public AwsReply answer(AwsCall call) {
        AwsReply reply = relay.pass(call);
        if (reply.status() == 200) {
            ID.matcher(new String(reply.body(), StandardCharsets.UTF_8))
                    .results()
                    .forEach(found -> mailbox.sent(found.group(1), new SesRequest(Form.parse(call.body())).tags()));
        }
        return reply;
    }

    @Override
    public AwsReply error(AwsCall call, AwsError error) {
        return SesService.refusal(error);
    }
}
