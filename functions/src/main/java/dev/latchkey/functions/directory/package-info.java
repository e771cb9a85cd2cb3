/** Functions that take directory events, and erase. */
@NullMarked
package dev.latchkey.functions.directory;

import org.jspecify.annotations.NullMarked;
