/** Functions that take the directory's events in, and erase. */
@NullMarked
package dev.latchkey.functions.directory;

import org.jspecify.annotations.NullMarked;
