/** AWS at one loopback port: what the product's own SDK clients talk to on a laptop and in tests, with calls counted and faults on demand. */
@NullMarked
package dev.latchkey.local.aws;

import org.jspecify.annotations.NullMarked;
