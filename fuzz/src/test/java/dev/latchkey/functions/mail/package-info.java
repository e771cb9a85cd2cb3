@NullMarked
package dev.latchkey.functions.mail;

import org.jspecify.annotations.NullMarked;
