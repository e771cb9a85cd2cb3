@NullMarked
package dev.latchkey.accountlink;

import org.jspecify.annotations.NullMarked;
