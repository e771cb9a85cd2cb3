@NullMarked
package dev.latchkey.firm;

import org.jspecify.annotations.NullMarked;
