package dev.latchkey.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** A test that an emulator cannot pass, and why; where one is used the test is skipped, and the report says so. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("ours-only")
@ExtendWith(OursOnly.Condition.class)
@interface OursOnly {

    /** What the emulators do otherwise. */
    String value();

    /** Skips where an emulator is used. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return Emulated.endpoint()
                    .flatMap(endpoint -> AnnotationSupport.findAnnotation(context.getElement(), OursOnly.class))
                    .map(annotated -> ConditionEvaluationResult.disabled("ours only: " + annotated.value()))
                    .orElseGet(() -> ConditionEvaluationResult.enabled("our own endpoints"));
        }
    }
}
