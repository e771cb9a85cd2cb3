package dev.latchkey.functions.http;

import dev.latchkey.device.DeviceSecret;
import dev.latchkey.functions.http.Fields.Field;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The device that a request named, or that it keeps in its cookie. */
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

    /** {@code null} where none was named. Good once the fields were ended. */
    public @Nullable DeviceSecret orNull() {
        return field == null ? cookie : field.orNull();
    }

    /** The same where one must have been. */
    public DeviceSecret get() {
        return field == null ? Objects.requireNonNull(cookie) : field.get();
    }

    /** The reply, with the cookie that the browser is to keep; only where somebody was let in, or asked for mail. */
    public Reply kept(Reply reply) {
        return cookie == null ? reply : reply.andCookie(DeviceCookie.of(cookie));
    }
}
