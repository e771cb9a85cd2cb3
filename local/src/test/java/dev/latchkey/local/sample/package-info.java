@NullMarked
package dev.latchkey.local.sample;

import org.jspecify.annotations.NullMarked;
