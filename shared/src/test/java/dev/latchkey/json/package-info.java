@NullMarked
package dev.latchkey.json;

import org.jspecify.annotations.NullMarked;
