@NullMarked
package dev.latchkey.local;

import org.jspecify.annotations.NullMarked;
