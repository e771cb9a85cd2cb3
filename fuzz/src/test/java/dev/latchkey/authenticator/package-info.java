@NullMarked
package dev.latchkey.authenticator;

import org.jspecify.annotations.NullMarked;
