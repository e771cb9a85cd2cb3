@NullMarked
package dev.latchkey.totp;

import org.jspecify.annotations.NullMarked;
