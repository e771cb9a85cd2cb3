package dev.latchkey.acceptance;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * What lets test classes run side by side: each has its servers for itself, clocks and faults are as they were after each
 * test, and a test with the tag {@value #CROWD} has the machine for itself, because what it is held to are real time limits.
 * Registered for all tests, as a service.
 */
public final class SideBySide implements AfterEachCallback, AfterAllCallback, InvocationInterceptor {

    static final String CROWD = "crowd";

    private static final ReentrantReadWriteLock MACHINE = new ReentrantReadWriteLock(true);

    /** Whether a test that runs now has the machine for itself. */
    static boolean isAlone() {
        return MACHINE.isWriteLocked();
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
        return during(MACHINE.readLock(), invocation);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        during(MACHINE.readLock(), invocation);
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

    private static Lock needed(ExtensionContext context) {
        return context.getTags().contains(CROWD) ? MACHINE.writeLock() : MACHINE.readLock();
    }

    private static <T extends @Nullable Object> T during(Lock lock, Invocation<T> invocation) throws Throwable {
        lock.lock();
        try {
            return invocation.proceed();
        } finally {
            lock.unlock();
        }
    }
}
