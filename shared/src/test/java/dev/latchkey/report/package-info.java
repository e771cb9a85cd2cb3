@NullMarked
package dev.latchkey.report;

import org.jspecify.annotations.NullMarked;
