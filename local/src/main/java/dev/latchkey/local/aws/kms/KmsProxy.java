package dev.latchkey.local.aws.kms;

import dev.latchkey.local.aws.wire.AwsCall;
import dev.latchkey.local.aws.wire.AwsError;
import dev.latchkey.local.aws.wire.AwsReply;
import dev.latchkey.local.aws.wire.AwsService;
import dev.latchkey.local.aws.wire.Relay;

/** KMS as another address has it; only the failures that are asked for are worded here. */
public record KmsProxy(Relay relay) implements AwsService {
    @Override
    public AwsReply answer(AwsCall call) {
        return relay.pass(call);
    }

    @Override
    public AwsReply error(AwsCall call, AwsError error) {
        return KmsService.refusal(error);
    }
}
