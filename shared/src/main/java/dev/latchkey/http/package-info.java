/** Calls to servers of others over HTTP, where neither time nor size of an answer can be trusted. */
@NullMarked
package dev.latchkey.http;

import org.jspecify.annotations.NullMarked;
