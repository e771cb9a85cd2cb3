@NullMarked
package dev.latchkey.local.aws.ses;

import org.jspecify.annotations.NullMarked;
