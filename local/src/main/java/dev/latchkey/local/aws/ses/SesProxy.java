package dev.latchkey.local.aws.ses;

import dev.latchkey.local.aws.wire.AwsCall;
import dev.latchkey.local.aws.wire.AwsError;
import dev.latchkey.local.aws.wire.AwsReply;
import dev.latchkey.local.aws.wire.AwsService;
import dev.latchkey.local.aws.wire.Form;
import dev.latchkey.local.aws.wire.Relay;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * SES as an emulator has it. Notes the tags of what it took, since no emulator shows them, and the addresses that were
 * verified of themselves; only the failures that are asked for are worded here.
 */
public final class SesProxy implements AwsService {
    private static final Pattern ID = Pattern.compile("<MessageId>([^<]+)</MessageId>");

    private final Set<String> verified = ConcurrentHashMap.newKeySet();
    private final Relay relay;
    private final EmulatorMailbox mailbox;

    public SesProxy(Relay relay, EmulatorMailbox mailbox) {
        this.relay = relay;
        this.mailbox = mailbox;
    }

    /** Whether mail is sent as this address, and not as its domain. */
    public boolean isVerified(String address) {
        return verified.contains(address);
    }

    @Override
    public AwsReply answer(AwsCall call) {
        AwsReply reply = relay.pass(call);
        if (reply.status() == 200) {
            note(new SesRequest(Form.parse(call.body())), new String(reply.body(), StandardCharsets.UTF_8));
        }
        return reply;
    }

    private void note(SesRequest request, String reply) {
        request.text("EmailAddress").map(Addresses::bare).ifPresent(verified::add);
        ID.matcher(reply).results().forEach(found -> mailbox.sent(found.group(1), request.tags()));
    }

    @Override
    public AwsReply error(AwsCall call, AwsError error) {
        return SesService.refusal(error);
    }
}
