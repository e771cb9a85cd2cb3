/** Erases the data of a person, or of a firm. */
@NullMarked
package dev.latchkey.erasure;

import org.jspecify.annotations.NullMarked;
