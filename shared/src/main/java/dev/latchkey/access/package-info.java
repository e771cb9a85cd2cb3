/** The access of contacts to the portal, as staff see and change it. */
@NullMarked
package dev.latchkey.access;

import org.jspecify.annotations.NullMarked;
