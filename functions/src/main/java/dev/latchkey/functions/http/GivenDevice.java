package dev.latchkey.functions.http;

import dev.latchkey.device.DeviceSecret;
import dev.latchkey.functions.http.Fields.Field;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The device that a request names or keeps in its cookie. */
public final class GivenDevice {

    private final @Nullable Field<DeviceSecret> field;
    private final @Nullable DeviceSecret cookie;

    private GivenDevice(@Nullable Field<DeviceSecret> field, @Nullable DeviceSecret cookie) {
        this.field = field;
        this.cookie = cookie;
    }

    static GivenDevice byField(Field<DeviceSecret> field) {
        return new GivenDevice(field, null);
    }

    static GivenDevice byCookie(DeviceSecret secret) {
        return new GivenDevice(null, secret);
    }

    /** {@code null} if none was named. Valid once the fields are ended. */
    public @Nullable DeviceSecret orNull() {
        return field == null ? cookie : field.orNull();
    }

    /** The same where it is required. */
    public DeviceSecret get() {
        return field == null ? Objects.requireNonNull(cookie) : field.get();
    }

    /** The reply with the cookie for the browser to keep; use only after a sign-in or a request for mail. */
    public Reply kept(Reply reply) {
        return cookie == null ? reply : reply.andCookie(DeviceCookie.of(cookie));
    }
}
