/** One small class per Lambda function, and the composition root that builds their parts. */
@NullMarked
package dev.latchkey.functions;

import org.jspecify.annotations.NullMarked;
