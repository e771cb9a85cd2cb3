@NullMarked
package dev.latchkey.local.aws;

import org.jspecify.annotations.NullMarked;
