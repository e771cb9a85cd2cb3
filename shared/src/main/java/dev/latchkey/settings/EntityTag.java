package dev.latchkey.settings;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The version of settings as an HTTP entity tag, RFC 9110 section 8.8.3. A weak tag is well-formed but matches nothing,
 * because the comparison is strong (section 13.1.1).
 *
 * @param text the text between the quotes; a weak tag with its prefix and quotes
 */
public record EntityTag(String text) {

    private static final Pattern TAG = Pattern.compile("(?:\"([!#-~]*)\"|(W/\"[!#-~]*\")|([0-9]{1,18}))");

    public static EntityTag of(long version) {
        return new EntityTag(Long.toString(version));
    }

    /** One tag, or the bare number that the body has as {@code version}. */
    public static Optional<EntityTag> parse(String header) {
        Matcher form = TAG.matcher(header.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        for (int group = 1; group <= form.groupCount(); group++) {
            String text = form.group(group);
            if (text != null) {
                return Optional.of(new EntityTag(text));
            }
        }
        return Optional.empty();
    }

    /** The value of the header {@code ETag}. */
    public String quoted() {
        return "\"" + text + "\"";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EntityTag tag && text.equals(tag.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
