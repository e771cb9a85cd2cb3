/** The one table: its clients and its making, from the template's own declaration. */
@NullMarked
package dev.latchkey.local.table;

import org.jspecify.annotations.NullMarked;
