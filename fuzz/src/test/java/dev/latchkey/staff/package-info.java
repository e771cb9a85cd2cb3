@NullMarked
package dev.latchkey.staff;

import org.jspecify.annotations.NullMarked;
