@NullMarked
package dev.latchkey.local.gateway;

import org.jspecify.annotations.NullMarked;
