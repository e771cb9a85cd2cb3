/** What the first request of a new instance costs, and what a snapshot keeps: each instance is a process of its own. */
@NullMarked
package dev.latchkey.benchmarks.cold;

import org.jspecify.annotations.NullMarked;
