@NullMarked
package dev.latchkey.functions;

import org.jspecify.annotations.NullMarked;
