/** The audit trail: what happened, who did it, and from where. */
@NullMarked
package dev.latchkey.audit;

import org.jspecify.annotations.NullMarked;
