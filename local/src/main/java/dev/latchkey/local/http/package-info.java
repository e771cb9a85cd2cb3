/**
 * A loopback HTTP server as plain values: a request comes in, a reply goes out. The only room that knows the JDK's
 * server.
 */
@NullMarked
package dev.latchkey.local.http;

import org.jspecify.annotations.NullMarked;
