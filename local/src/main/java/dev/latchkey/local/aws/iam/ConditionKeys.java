package dev.latchkey.local.aws.iam;

import java.util.Set;

/**
 * The condition keys that are told here, for which actions. A policy that names another would be judged as if the key were
 * always absent, so it is refused instead.
 */
enum ConditionKeys {
    LEADING_KEYS(
            "dynamodb:LeadingKeys",
            true,
            Set.of(
                    "dynamodb:GetItem",
                    "dynamodb:BatchGetItem",
                    "dynamodb:PutItem",
                    "dynamodb:UpdateItem",
                    "dynamodb:DeleteItem",
                    "dynamodb:ConditionCheckItem",
                    "dynamodb:BatchWriteItem")),
    CONTEXT_KEYS("kms:EncryptionContextKeys", true, Set.of("kms:Encrypt", "kms:Decrypt")),
    CONTEXT("kms:EncryptionContext:", false, Set.of("kms:Encrypt", "kms:Decrypt")),
    SIGNING_ALGORITHM("kms:SigningAlgorithm", false, Set.of("kms:Sign")),
    FROM("ses:FromAddress", false, Set.of("ses:SendEmail"));

    private final String key;
    private final boolean hasSeveral;
    private final Set<String> actions;

    ConditionKeys(String key, boolean hasSeveral, Set<String> actions) {
        this.key = key;
        this.hasSeveral = hasSeveral;
        this.actions = actions;
    }

    String key() {
        return key;
    }

    /** Whether a call can have several values of it; then only a set operator judges them as they are. */
    boolean hasSeveral() {
        return hasSeveral;
    }

    boolean isToldFor(String action) {
        return actions.contains(action);
    }

    /** A key that ends in a colon is a family: what follows is the name of an entry. */
    boolean is(String name) {
        return key.endsWith(":") ? name.startsWith(key) && name.length() > key.length() : name.equals(key);
    }
}
