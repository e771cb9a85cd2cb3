/** How text is read that people type, paste or get from elsewhere. */
@NullMarked
package dev.latchkey.text;

import org.jspecify.annotations.NullMarked;
