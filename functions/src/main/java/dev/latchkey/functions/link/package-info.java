/** Routes of magic links: one handler each, with its fields and reply. */
@NullMarked
package dev.latchkey.functions.link;

import org.jspecify.annotations.NullMarked;
