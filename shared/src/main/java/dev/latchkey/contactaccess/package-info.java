/** The state of one contact's access: what staff are told. */
@NullMarked
package dev.latchkey.contactaccess;

import org.jspecify.annotations.NullMarked;
