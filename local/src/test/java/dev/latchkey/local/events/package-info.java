@NullMarked
package dev.latchkey.local.events;

import org.jspecify.annotations.NullMarked;
