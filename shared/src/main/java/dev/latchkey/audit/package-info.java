/** The trail: what happened, who did it, from where. */
@NullMarked
package dev.latchkey.audit;

import org.jspecify.annotations.NullMarked;
