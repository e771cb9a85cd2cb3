package dev.latchkey.audit;

import dev.latchkey.device.DeviceSecret;
import org.jspecify.annotations.Nullable;

/**
 * Where a request came from, as the gateway saw it.
 *
 * @param requestId the gateway's id of the request
 * @param sourceIp the connection's address; forwarded headers decide nothing
 * @param userAgent what the browser says it is, at most 200 characters, for people to recognise
 * @param device that it named itself by, which is stored nowhere; {@code null} where it did not
 */
public record RequestSource(
        String requestId,
        String sourceIp,
        @Nullable String userAgent,
        @Nullable DeviceSecret device) {

    private static final int LONGEST_USER_AGENT = 200;

    public RequestSource {
        if (userAgent != null && userAgent.length() > LONGEST_USER_AGENT) {
            boolean insideAPair = Character.isHighSurrogate(userAgent.charAt(LONGEST_USER_AGENT - 1));
            userAgent = userAgent.substring(0, insideAPair ? LONGEST_USER_AGENT - 1 : LONGEST_USER_AGENT);
        }
    }

    public RequestSource(String requestId, String sourceIp, @Nullable String userAgent) {
        this(requestId, sourceIp, userAgent, null);
    }

    /** The same, by a device that named itself. */
    public RequestSource by(@Nullable DeviceSecret named) {
        return new RequestSource(requestId, sourceIp, userAgent, named);
    }
}
