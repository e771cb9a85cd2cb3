/** SES, first version: takes mail as the real service does and keeps it where people and tests can read it. */
@NullMarked
package dev.latchkey.local.aws.ses;

import org.jspecify.annotations.NullMarked;
