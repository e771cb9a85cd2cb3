/** The client records of a firm and their addresses. */
@NullMarked
package dev.latchkey.contact;

import org.jspecify.annotations.NullMarked;
