@NullMarked
package dev.latchkey.crypto;

import org.jspecify.annotations.NullMarked;
