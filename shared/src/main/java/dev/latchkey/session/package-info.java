/** Sessions and tokens: issue, authenticate, refresh, list and end them. */
@NullMarked
package dev.latchkey.session;

import org.jspecify.annotations.NullMarked;
