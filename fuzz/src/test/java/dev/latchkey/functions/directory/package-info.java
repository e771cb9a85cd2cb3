@NullMarked
package dev.latchkey.functions.directory;

import org.jspecify.annotations.NullMarked;
