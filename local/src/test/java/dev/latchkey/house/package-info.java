/** The rules that the house is built by, held by tests. */
@NullMarked
package dev.latchkey.house;

import org.jspecify.annotations.NullMarked;
