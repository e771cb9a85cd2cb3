package dev.latchkey.snapstart;

/** A part that a snapshot of the process concerns. One and the same snapshot is woken as many instances, days later. */
public interface Snapshotted {

    /**
     * Runs, before the snapshot, what a first request would otherwise load and compile. It calls nobody over the network,
     * needs no permission, and nothing that comes of it is kept.
     */
    default void prime() {}

    /** Forgets, in each instance that was woken, what was fetched or derived before the snapshot, and when that was. */
    default void forget() {}
}
