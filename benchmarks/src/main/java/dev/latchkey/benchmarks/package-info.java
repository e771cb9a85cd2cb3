/** How fast, always against a reference that is measured in the same run. Never in the Lambda jar, never part of a test. */
@NullMarked
package dev.latchkey.benchmarks;

import org.jspecify.annotations.NullMarked;
