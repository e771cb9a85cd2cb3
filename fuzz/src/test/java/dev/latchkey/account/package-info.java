@NullMarked
package dev.latchkey.account;

import org.jspecify.annotations.NullMarked;
