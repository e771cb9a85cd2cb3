/** Functions that send mail, and that hear what became of it. */
@NullMarked
package dev.latchkey.functions.mail;

import org.jspecify.annotations.NullMarked;
