package dev.latchkey.firm;

import dev.latchkey.store.Item;
import dev.latchkey.store.ItemUpdate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a firm's portal looks and whom its clients turn to, as the practice application says. All of it is public, and each part
 * may be missing. A directory event replaces it whole, so what an event leaves out is taken away.
 *
 * @param accentColor as CSS writes it: {@code #} and six hexadecimal digits
 * @param website an https address
 * @param supportEmail an address in its spelling
 * @param supportPhone a telephone number as people write it
 * @param locale a language tag, RFC 5646; {@code null} where the firm names none
 */
public record Branding(
        @Nullable String accentColor,
        @Nullable String website,
        @Nullable String supportEmail,
        @Nullable String supportPhone,
        @Nullable String locale) {

    /** Of a firm that nothing was said of. */
    public static final Branding NONE = new Branding(null, null, null, null, null);

    private static final String DEFAULT_LANGUAGE = "en";
    private static final String ACCENT_COLOR = "accentColor";
    private static final String WEBSITE = "website";
    private static final String SUPPORT_EMAIL = "supportEmail";
    private static final String SUPPORT_PHONE = "supportPhone";
    private static final String LOCALE = "locale";

    /** As it stands on the firm's item. */
    static Branding read(Item item) {
        return new Branding(
                item.optionalText(ACCENT_COLOR),
                item.optionalText(WEBSITE),
                item.optionalText(SUPPORT_EMAIL),
                item.optionalText(SUPPORT_PHONE),
                item.optionalText(LOCALE));
    }

    /** Puts it on the firm's item, in the place of what stood there. */
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

    /** The language that pages fall back to. */
    public String language() {
        return Objects.requireNonNullElse(locale, DEFAULT_LANGUAGE);
    }
}
