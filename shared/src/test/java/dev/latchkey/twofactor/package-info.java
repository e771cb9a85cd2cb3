@NullMarked
package dev.latchkey.twofactor;

import org.jspecify.annotations.NullMarked;
