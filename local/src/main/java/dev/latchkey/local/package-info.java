/** The whole product on one machine: the same handlers, the same template, local AWS. Never part of the Lambda jar. */
@NullMarked
package dev.latchkey.local;

import org.jspecify.annotations.NullMarked;
