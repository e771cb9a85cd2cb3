/** What an instance does for a Lambda snapshot of itself (SnapStart): once before it is taken, and each time it is woken from it. */
@NullMarked
package dev.latchkey.snapstart;

import org.jspecify.annotations.NullMarked;
