@NullMarked
package dev.latchkey.functions.report;

import org.jspecify.annotations.NullMarked;
