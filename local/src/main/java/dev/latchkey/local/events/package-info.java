/**
 * What the cloud does behind the API: the table's stream, the event bus, the topic, retries and failure destinations.
 */
@NullMarked
package dev.latchkey.local.events;

import org.jspecify.annotations.NullMarked;
