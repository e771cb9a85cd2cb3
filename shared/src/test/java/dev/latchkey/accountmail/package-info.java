@NullMarked
package dev.latchkey.accountmail;

import org.jspecify.annotations.NullMarked;
