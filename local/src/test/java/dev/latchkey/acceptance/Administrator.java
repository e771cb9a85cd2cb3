package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A firm's administrator, who decides how its clients get in. */
record Administrator(TestFirm firm) {

    /** Reads the settings, changes them, and holds that this went well. */
    Answer choose(Map<String, ?> settings) {
        Answer changed = change(etag(), settings);
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        return changed;
    }

    Answer change(@Nullable String ifMatch, Object settings) {
        return changeAs(bearer(), ifMatch, Api.write(settings));
    }

    Answer changeAs(String bearer, @Nullable String ifMatch, String body) {
        return ifMatch == null
                ? api().send("PUT", path(), body, "Authorization", bearer)
                : api().send("PUT", path(), body, "Authorization", bearer, "If-Match", ifMatch);
    }

    Answer preview(Object settings, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Authorization";
        all[1] = bearer();
        System.arraycopy(headers, 0, all, 2, headers.length);
        return api().post(path() + "/preview", settings, all);
    }

    Answer read() {
        return readAs(bearer());
    }

    Answer readAs(String bearer) {
        return api().get(path(), "Authorization", bearer);
    }

    String etag() {
        return Objects.requireNonNull(read().header("etag"));
    }

    String path() {
        return "/v1/firms/" + firm.id() + "/portal-settings";
    }

    private String bearer() {
        return firm.staff("portal:admin");
    }

    private Api api() {
        return firm.world().api();
    }
}
