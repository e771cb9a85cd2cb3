package dev.latchkey.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * What the calls to AWS of one thread take, from within the product's own SDK clients: the SDK finds this class by its
 * file under {@code global/handlers}. A call lasts from before its request is marshalled until its reply is unmarshalled.
 * Calls of other threads, such as the stream's, are passed over.
 */
public final class AwsCalls implements ExecutionInterceptor {

    /**
     * What calls took since last asked.
     *
     * @param store time in calls to the table
     * @param keys time in calls to KMS
     * @param cpu processor time of the calling thread in all calls; 0 on a virtual thread, which has no such count
     * @param wireCpu the part of it between handing a signed request to the HTTP client and having its reply
     */
    record Taken(long store, long keys, long cpu, long wireCpu) {}

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final ExecutionAttribute<Long> STARTED = new ExecutionAttribute<>("bench.started");
    private static final ExecutionAttribute<Long> CPU_STARTED = new ExecutionAttribute<>("bench.cpu-started");
    private static final ExecutionAttribute<Long> WIRE_STARTED = new ExecutionAttribute<>("bench.wire-started");
    private static final AtomicLong STORE = new AtomicLong();
    private static final AtomicLong KEYS = new AtomicLong();
    private static final AtomicLong CPU = new AtomicLong();
    private static final AtomicLong WIRE_CPU = new AtomicLong();

    private static volatile String watched = "";

    /** Counts calls of threads of this name only: the local server names a function's threads by the function. */
    static void watch(String thread) {
        watched = thread;
    }

    /** Gives what was taken since the last call, and begins anew. */
    static Taken taken() {
        return new Taken(STORE.getAndSet(0), KEYS.getAndSet(0), CPU.getAndSet(0), WIRE_CPU.getAndSet(0));
    }

    /** Of this thread. */
    static long cpu() {
        return Thread.currentThread().isVirtual() ? 0 : THREADS.getCurrentThreadCpuTime();
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        if (Thread.currentThread().getName().equals(watched)) {
            attributes.putAttribute(STARTED, System.nanoTime()).putAttribute(CPU_STARTED, cpu());
        }
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        attributes.putAttribute(WIRE_STARTED, cpu());
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        Long started = attributes.getAttribute(WIRE_STARTED);
        if (attributes.getAttribute(STARTED) != null && started != null) {
            WIRE_CPU.addAndGet(cpu() - started);
        }
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        Long started = attributes.getAttribute(STARTED);
        Long cpuStarted = attributes.getAttribute(CPU_STARTED);
        if (started == null || cpuStarted == null) {
            return;
        }
        CPU.addAndGet(cpu() - cpuStarted);
        boolean keys = "Kms".equals(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME));
        (keys ? KEYS : STORE).addAndGet(System.nanoTime() - started);
    }
}
