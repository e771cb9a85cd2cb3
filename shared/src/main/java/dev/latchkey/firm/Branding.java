package dev.latchkey.firm;

import dev.latchkey.store.Item;
import dev.latchkey.store.ItemUpdate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a firm's portal looks and whom its clients contact, as the practice application says. All of it is public, and
 * each part is optional. An event of the directory replaces it as a whole: what the event leaves out is removed.
 *
 * @param accentColor in CSS: {@code #} and six hexadecimal digits
 * @param website an https address
 * @param supportEmail an address in its spelling
 * @param supportPhone a telephone number as people write it
 * @param locale a language tag, RFC 5646; {@code null} if the firm has none
 */
public record Branding(
        @Nullable String accentColor,
        @Nullable String website,
        @Nullable String supportEmail,
        @Nullable String supportPhone,
        @Nullable String locale) {

    /** For a firm without any. */
    public static final Branding NONE = new Branding(null, null, null, null, null);

    private static final String DEFAULT_LANGUAGE = "en";
    private static final String ACCENT_COLOR = "accentColor";
    private static final String WEBSITE = "website";
    private static final String SUPPORT_EMAIL = "supportEmail";
    private static final String SUPPORT_PHONE = "supportPhone";
    private static final String LOCALE = "locale";

    /** Reads it from the firm's item. */
    static Branding read(Item item) {
        return new Branding(
                item.optionalText(ACCENT_COLOR),
                item.optionalText(WEBSITE),
                item.optionalText(SUPPORT_EMAIL),
                item.optionalText(SUPPORT_PHONE),
                item.optionalText(LOCALE));
    }

    /** Replaces it on the firm's item. */
    ItemUpdate replacing(ItemUpdate changes) {
        ItemUpdate all = replacing(changes, ACCENT_COLOR, accentColor);
        all = replacing(all, WEBSITE, website);
        all = replacing(all, SUPPORT_EMAIL, supportEmail);
        all = replacing(all, SUPPORT_PHONE, supportPhone);
        return replacing(all, LOCALE, locale);
    }

    private static ItemUpdate replacing(ItemUpdate changes, String name, @Nullable String value) {
        return value == null ? changes.remove(name) : changes.set(name, value);
    }

    /** The default language of pages. */
    public String language() {
        return Objects.requireNonNullElse(locale, DEFAULT_LANGUAGE);
    }
}
