/** Runs handlers as the Lambda service does: an event in, bytes out, a time limit, and failures that have a type. */
@NullMarked
package dev.latchkey.local.lambda;

import org.jspecify.annotations.NullMarked;
