/** The access of all contacts of a firm: pages, files and counts, from the index. */
@NullMarked
package dev.latchkey.report;

import org.jspecify.annotations.NullMarked;
