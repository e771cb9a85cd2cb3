/** The route of the audit trail, and the function that watches it. */
@NullMarked
package dev.latchkey.functions.audit;

import org.jspecify.annotations.NullMarked;
