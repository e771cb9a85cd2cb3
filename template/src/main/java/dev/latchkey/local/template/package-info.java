/** Reads template.yaml, so that routes, sources and settings are written down once, for the cloud and for here. */
@NullMarked
package dev.latchkey.local.template;

import org.jspecify.annotations.NullMarked;
