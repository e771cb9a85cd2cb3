/** Holds exchanges to openapi.yaml. */
@NullMarked
package dev.latchkey.contract;

import org.jspecify.annotations.NullMarked;
