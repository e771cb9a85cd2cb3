@NullMarked
package dev.latchkey.local.aws.kms;

import org.jspecify.annotations.NullMarked;
