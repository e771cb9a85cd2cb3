/** Routes of a firm's portal settings, and of the facts that a portal shows before sign-in. */
@NullMarked
package dev.latchkey.functions.settings;

import org.jspecify.annotations.NullMarked;
