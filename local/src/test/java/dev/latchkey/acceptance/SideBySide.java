package dev.latchkey.acceptance;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * What lets test classes run side by side: each has its servers for itself, clocks and faults are as they were after each
 * test. So many tests run at once; one with the tag {@value #CROWD} takes the place of four, one with the tag {@value #ALONE}
 * has the machine for itself, because what they are held to are real time limits. More classes are begun than can run at once,
 * so that those that wait for a crowd's places keep no place empty. Registered for all tests, as a service.
 */
public final class SideBySide implements AfterEachCallback, AfterAllCallback, InvocationInterceptor {

    static final String CROWD = "crowd";

    static final String ALONE = "alone";

    private static final int ALL = 6;
    private static final Semaphore PLACES = new Semaphore(ALL, true);
    private static final AtomicInteger CROWDS = new AtomicInteger();

    /** Whether a test that runs now has places for a crowd. */
    static boolean isForCrowds() {
        return CROWDS.get() > 0;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Worlds.restore();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (context.getRequiredTestClass().getEnclosingClass() == null) {
            Worlds.leave();
        }
    }

    @Override
    public <T> T interceptTestClassConstructor(
            Invocation<T> invocation, ReflectiveInvocationContext<Constructor<T>> call, ExtensionContext context)
            throws Throwable {
        return during(1, invocation);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        during(1, invocation);
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        during(needed(context), invocation);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        during(needed(context), invocation);
    }

    private static int needed(ExtensionContext context) {
        if (context.getTags().contains(ALONE)) {
            return ALL;
        }
        return context.getTags().contains(CROWD) ? 4 : 1;
    }

    private static <T extends @Nullable Object> T during(int places, Invocation<T> invocation) throws Throwable {
        PLACES.acquire(places);
        int crowds = places > 1 ? 1 : 0;
        CROWDS.addAndGet(crowds);
        try {
            return invocation.proceed();
        } finally {
            CROWDS.addAndGet(-crowds);
            PLACES.release(places);
        }
    }
}
