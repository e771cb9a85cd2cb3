@NullMarked
package dev.latchkey.local.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
