/** Sessions and tokens: the one place that lets somebody in, and the one that judges who is in. */
@NullMarked
package dev.latchkey.session;

import org.jspecify.annotations.NullMarked;
