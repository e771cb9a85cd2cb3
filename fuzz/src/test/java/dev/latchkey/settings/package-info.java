@NullMarked
package dev.latchkey.settings;

import org.jspecify.annotations.NullMarked;
