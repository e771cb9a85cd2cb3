@NullMarked
package dev.latchkey.local.aws.wire;

import org.jspecify.annotations.NullMarked;
