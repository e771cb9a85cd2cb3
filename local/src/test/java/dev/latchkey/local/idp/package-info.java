@NullMarked
package dev.latchkey.local.idp;

import org.jspecify.annotations.NullMarked;
