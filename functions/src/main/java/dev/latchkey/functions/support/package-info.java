/** Routes by which staff invite a client and repair one client's access. */
@NullMarked
package dev.latchkey.functions.support;

import org.jspecify.annotations.NullMarked;
