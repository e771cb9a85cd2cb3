/** What staff do about one client's access: reset, unlock, deactivate, temporary codes. */
@NullMarked
package dev.latchkey.support;

import org.jspecify.annotations.NullMarked;
