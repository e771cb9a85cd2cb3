/** Firm administrators read, change, schedule and preview the portal settings. */
@NullMarked
package dev.latchkey.settings;

import org.jspecify.annotations.NullMarked;
