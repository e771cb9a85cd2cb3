@NullMarked
package dev.latchkey.contactaccess;

import org.jspecify.annotations.NullMarked;
