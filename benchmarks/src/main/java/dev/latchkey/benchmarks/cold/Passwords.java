package dev.latchkey.benchmarks.cold;

/**
 * What is done with passwords for one event.
 *
 * @param hashed how many Argon2id hashes are made
 * @param judged whether one is looked for in the word lists, which are loaded for it
 */
record Passwords(int hashed, boolean judged) {}
