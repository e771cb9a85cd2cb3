package dev.latchkey.audit;

import dev.latchkey.device.DeviceSecret;
import org.jspecify.annotations.Nullable;

/**
 * The source of a request, as the gateway reports it.
 *
 * @param requestId the gateway's id of the request
 * @param sourceIp the address of the connection; forwarded headers are ignored
 * @param userAgent the header {@code User-Agent}, at most 200 characters, for people to recognise
 * @param device the secret that identifies the device, which is never stored; {@code null} if the request has none
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

    /** The same, with the secret of the device. */
    public RequestSource by(@Nullable DeviceSecret named) {
        return new RequestSource(requestId, sourceIp, userAgent, named);
    }
}
