/** The table is made as the template declares it, or an old one is kept or refused. */
@NullMarked
package dev.latchkey.local.table;

import org.jspecify.annotations.NullMarked;
