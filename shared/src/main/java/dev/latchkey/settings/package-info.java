/** What firm administrators do about the portal settings: read, change, schedule and preview them. */
@NullMarked
package dev.latchkey.settings;

import org.jspecify.annotations.NullMarked;
