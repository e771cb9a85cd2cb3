/** The firms and contacts every local server starts with, brought in as directory events. */
@NullMarked
package dev.latchkey.local.seed;

import org.jspecify.annotations.NullMarked;
