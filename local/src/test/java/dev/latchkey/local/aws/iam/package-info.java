@NullMarked
package dev.latchkey.local.aws.iam;

import org.jspecify.annotations.NullMarked;
