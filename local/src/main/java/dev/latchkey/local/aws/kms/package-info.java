/** KMS with real keys: the operations Latchkey and its operators use, refusing what the real service refuses. */
@NullMarked
package dev.latchkey.local.aws.kms;

import org.jspecify.annotations.NullMarked;
