package dev.latchkey.local.aws.wire;

/** One AWS service behind the front. */
public interface AwsService {
    /** Carries the call out. A refusal is an ordinary reply, worded by {@link #error}. */
    AwsReply answer(AwsCall call);

    /** The reply of this service's protocol to a call that fails so. */
    AwsReply error(AwsCall call, AwsError error);
}
