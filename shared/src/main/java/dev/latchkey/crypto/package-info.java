/** Hashing, randomness and the KMS keys. The only package that calls KMS. */
@NullMarked
package dev.latchkey.crypto;

import org.jspecify.annotations.NullMarked;
