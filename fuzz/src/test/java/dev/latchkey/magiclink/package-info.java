@NullMarked
package dev.latchkey.magiclink;

import org.jspecify.annotations.NullMarked;
