@NullMarked
package dev.latchkey.throttling;

import org.jspecify.annotations.NullMarked;
