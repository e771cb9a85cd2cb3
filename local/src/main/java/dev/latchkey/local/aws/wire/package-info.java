/** What the local services share: a call, a reply, and an error that each of them words in its own protocol. */
@NullMarked
package dev.latchkey.local.aws.wire;

import org.jspecify.annotations.NullMarked;
