/** Routes that tell staff who has access: of one contact, and of all as pages or a file. */
@NullMarked
package dev.latchkey.functions.report;

import org.jspecify.annotations.NullMarked;
