/** LocalStack in a container, for the tests of the profile {@code localstack}. */
@NullMarked
package dev.latchkey.localstack;

import org.jspecify.annotations.NullMarked;
