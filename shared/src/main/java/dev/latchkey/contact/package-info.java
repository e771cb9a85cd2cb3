/** The client records of a firm and the addresses that stand on them. */
@NullMarked
package dev.latchkey.contact;

import org.jspecify.annotations.NullMarked;
