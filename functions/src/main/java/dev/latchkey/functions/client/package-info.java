/** Fields and replies that several routes of clients share. */
@NullMarked
package dev.latchkey.functions.client;

import org.jspecify.annotations.NullMarked;
