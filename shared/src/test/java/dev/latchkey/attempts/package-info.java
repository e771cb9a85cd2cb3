@NullMarked
package dev.latchkey.attempts;

import org.jspecify.annotations.NullMarked;
