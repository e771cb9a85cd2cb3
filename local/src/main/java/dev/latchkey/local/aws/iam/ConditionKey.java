package dev.latchkey.local.aws.iam;

import java.util.List;
import java.util.Set;

/**
 * A condition key that is told here. A policy that names another, or one of these for an action for which it isn't told,
 * would be judged as if the key were always absent, so it is refused instead.
 *
 * @param name one that ends in a colon is a family: what follows is the name of an entry
 * @param hasSeveral whether a call can have several values of it; then only a set operator judges them as they are
 * @param actions for which it is told
 */
record ConditionKey(String name, boolean hasSeveral, Set<String> actions) {
    static final ConditionKey LEADING_KEYS = new ConditionKey(
            "dynamodb:LeadingKeys",
            true,
            Set.of(
                    "dynamodb:GetItem",
                    "dynamodb:BatchGetItem",
                    "dynamodb:PutItem",
                    "dynamodb:UpdateItem",
                    "dynamodb:DeleteItem",
                    "dynamodb:ConditionCheckItem",
                    "dynamodb:BatchWriteItem"));
    static final ConditionKey ATTRIBUTES =
            new ConditionKey("dynamodb:Attributes", true, Set.of("dynamodb:PutItem", "dynamodb:UpdateItem"));
    static final ConditionKey CONTEXT_KEYS =
            new ConditionKey("kms:EncryptionContextKeys", true, Set.of("kms:Encrypt", "kms:Decrypt"));
    static final ConditionKey CONTEXT =
            new ConditionKey("kms:EncryptionContext:", false, Set.of("kms:Encrypt", "kms:Decrypt"));
    static final ConditionKey SIGNING_ALGORITHM = new ConditionKey("kms:SigningAlgorithm", false, Set.of("kms:Sign"));
    static final ConditionKey FROM = new ConditionKey("ses:FromAddress", false, Set.of("ses:SendEmail"));
    static final List<ConditionKey> ALL =
            List.of(LEADING_KEYS, ATTRIBUTES, CONTEXT_KEYS, CONTEXT, SIGNING_ALGORITHM, FROM);

    boolean isCalled(String key) {
        return name.endsWith(":") ? key.startsWith(name) && key.length() > name.length() : key.equals(name);
    }
}
