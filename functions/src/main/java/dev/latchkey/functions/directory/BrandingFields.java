package dev.latchkey.functions.directory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.contact.Email;
import dev.latchkey.firm.Branding;
import dev.latchkey.text.TypedText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a firm's event says about its portal's look and its language. Everybody sees these, so each value has one narrow form;
 * any other counts as absent and is noted as a fault. A missing value is no fault.
 */
final class BrandingFields {

    private static final int LONGEST_WEBSITE = 300;
    private static final int LONGEST_LOCALE = 35;
    private static final Pattern COLOR = Pattern.compile("#[0-9A-Fa-f]{6}");
    private static final Pattern WEBSITE = Pattern.compile("https://[!-~]{1," + LONGEST_WEBSITE + "}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()./-]{3,39}");

    private final JsonNode detail;
    private final DirectoryFields fields;

    /**
     * Reads from the same event.
     *
     * @param fields collect faults
     */
    BrandingFields(JsonNode detail, DirectoryFields fields) {
        this.detail = detail;
        this.fields = fields;
    }

    Branding read() {
        JsonNode branding = detail.path("branding");
        if (!branding.isObject() && isThere(branding)) {
            fields.fault("branding", "is no object");
        }
        return new Branding(
                text(branding, "branding.", "accentColor", this::color, "is no colour such as #1a2b3c"),
                text(branding, "branding.", "website", this::website, "is no https address of at most 300 characters"),
                text(branding, "branding.", "supportEmail", this::email, "is not one plain address"),
                text(branding, "branding.", "supportPhone", this::phone, "is no telephone number"),
                text(detail, "", "locale", this::locale, "is no language tag"));
    }

    private @Nullable String text(
            JsonNode object, String prefix, String field, Function<String, Optional<String>> parse, String wrong) {
        JsonNode given = object.path(field);
        Optional<String> read =
                Optional.ofNullable(given.textValue()).map(TypedText::line).flatMap(parse);
        if (read.isEmpty() && isThere(given)) {
            fields.fault(prefix + field, wrong);
        }
        return read.orElse(null);
    }

    private static boolean isThere(JsonNode value) {
        return !value.isMissingNode() && !value.isNull();
    }

    private Optional<String> color(String text) {
        return Optional.of(text).filter(COLOR.asMatchPredicate());
    }

    private Optional<String> website(String text) {
        if (text.length() > LONGEST_WEBSITE || !WEBSITE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            URI address = new URI(text);
            boolean plain = address.getHost() != null && address.getRawUserInfo() == null;
            return plain ? Optional.of(text) : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private Optional<String> email(String text) {
        return Email.parse(text).map(Email::address);
    }

    private Optional<String> phone(String text) {
        return Optional.of(text)
                .filter(PHONE.asMatchPredicate())
                .filter(number -> number.chars().anyMatch(Character::isDigit));
    }

    /** In canonical form, so that a page can compare it. */
    private Optional<String> locale(String text) {
        if (text.isEmpty() || text.length() > LONGEST_LOCALE) {
            return Optional.empty();
        }
        try {
            Locale locale = new Locale.Builder().setLanguageTag(text).build();
            return locale.getLanguage().isEmpty() ? Optional.empty() : Optional.of(locale.toLanguageTag());
        } catch (IllformedLocaleException malformed) {
            return Optional.empty();
        }
    }
}
