@NullMarked
package dev.latchkey.contact;

import org.jspecify.annotations.NullMarked;
