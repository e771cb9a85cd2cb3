/** The tenant: its directory data, its plan and its portal settings. */
@NullMarked
package dev.latchkey.firm;

import org.jspecify.annotations.NullMarked;
