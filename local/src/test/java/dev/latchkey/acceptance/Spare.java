package dev.latchkey.acceptance;

import dev.latchkey.local.aws.iam.Grant;
import dev.latchkey.local.aws.iam.Permissions;
import java.util.List;
import java.util.Set;

/** What the template allows and no call has made use of. */
final class Spare {

    private static final Set<String> FED_BY_THE_PLATFORM =
            Set.of("AuditTamperingFunction", "DirectorySyncFunction", "EraseFunction", "MailSenderFunction");

    /** What Lambda does in a function's name, to feed it and to keep its log; no code of ours calls these. */
    private static final Set<String> OF_THE_PLATFORM = Set.of(
            "dynamodb:DescribeStream",
            "dynamodb:GetRecords",
            "dynamodb:GetShardIterator",
            "dynamodb:ListStreams",
            "sqs:ReceiveMessage",
            "sqs:DeleteMessage",
            "sqs:GetQueueAttributes",
            "logs:CreateLogStream",
            "logs:PutLogEvents");

    private Spare() {}

    static List<String> of(Permissions permissions) {
        Set<Grant> used = permissions.used();
        return permissions.allowed().stream()
                .filter(grant -> !used.contains(grant) && !isOfThePlatform(grant))
                .map(Grant::toString)
                .sorted()
                .toList();
    }

    private static boolean isOfThePlatform(Grant grant) {
        return FED_BY_THE_PLATFORM.contains(grant.function()) && OF_THE_PLATFORM.contains(grant.action());
    }
}
