@NullMarked
package dev.latchkey.access;

import org.jspecify.annotations.NullMarked;
