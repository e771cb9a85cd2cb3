/** Calls to untrusted servers over HTTP, with bounded time and size. */
@NullMarked
package dev.latchkey.http;

import org.jspecify.annotations.NullMarked;
