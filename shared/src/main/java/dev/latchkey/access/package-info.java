/** What staff see of a contact's way into the portal, computed from what is stored elsewhere. */
@NullMarked
package dev.latchkey.access;

import org.jspecify.annotations.NullMarked;
