/** The HTTP plumbing that the functions share: requests read strictly, replies and problems written alike. */
@NullMarked
package dev.latchkey.functions.http;

import org.jspecify.annotations.NullMarked;
