@NullMarked
package dev.latchkey.local.hooks;

import org.jspecify.annotations.NullMarked;
