@NullMarked
package dev.latchkey.functions.http;

import org.jspecify.annotations.NullMarked;
