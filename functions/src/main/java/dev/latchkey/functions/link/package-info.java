/** Routes of magic links: a handler each, with the fields it reads and the reply it writes. */
@NullMarked
package dev.latchkey.functions.link;

import org.jspecify.annotations.NullMarked;
