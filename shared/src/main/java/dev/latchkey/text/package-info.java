/** Normalizes text that people type or paste, or that comes from other systems. */
@NullMarked
package dev.latchkey.text;

import org.jspecify.annotations.NullMarked;
