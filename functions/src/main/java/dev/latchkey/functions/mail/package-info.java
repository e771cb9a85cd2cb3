/** Functions that send mail, and that take reports about it. */
@NullMarked
package dev.latchkey.functions.mail;

import org.jspecify.annotations.NullMarked;
