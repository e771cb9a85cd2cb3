/** API Gateway's HTTP API: routes, the version 2.0 event, CORS, limits and the gateway's own error replies. */
@NullMarked
package dev.latchkey.local.gateway;

import org.jspecify.annotations.NullMarked;
