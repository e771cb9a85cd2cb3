/** DynamoDB Local in this process, and the way to it through the front. */
@NullMarked
package dev.latchkey.local.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
