@NullMarked
package dev.latchkey.support;

import org.jspecify.annotations.NullMarked;
