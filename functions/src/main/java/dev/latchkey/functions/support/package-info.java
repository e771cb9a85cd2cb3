/** Routes for staff to invite clients and repair a client's access. */
@NullMarked
package dev.latchkey.functions.support;

import org.jspecify.annotations.NullMarked;
