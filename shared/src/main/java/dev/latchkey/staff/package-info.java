/** Staff of a firm: authentication by their identity provider's token, roles, and idempotent requests. */
@NullMarked
package dev.latchkey.staff;

import org.jspecify.annotations.NullMarked;
