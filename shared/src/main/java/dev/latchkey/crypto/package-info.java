/** Hashing, randomness and the KMS keys. The only room that talks to KMS. */
@NullMarked
package dev.latchkey.crypto;

import org.jspecify.annotations.NullMarked;
