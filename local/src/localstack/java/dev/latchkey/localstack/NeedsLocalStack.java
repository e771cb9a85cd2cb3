package dev.latchkey.localstack;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips every test where LocalStack is not to be had, so that the summary says so and no test passes for another reason. */
public final class NeedsLocalStack implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        String missing = System.getProperty(LocalStackSession.MISSING);
        return missing == null
                ? ConditionEvaluationResult.enabled("LocalStack runs")
                : ConditionEvaluationResult.disabled(missing);
    }
}
