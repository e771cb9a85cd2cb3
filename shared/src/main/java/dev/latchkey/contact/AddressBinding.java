package dev.latchkey.contact;

import org.jspecify.annotations.Nullable;

/**
 * Under what something was mailed or opened: random ids that end with what they name and never come back. A link is dead
 * once one of its own is another, although the address may be back by then.
 *
 * @param ofAddress that of the address; it ends when the address leaves the last contact in use, and when staff deactivate
 *     its account. {@code null} for a link to one request whose mail hasn't left yet
 * @param onContact that of the address on one contact; it ends when the address leaves it and when it goes out of use.
 *     {@code null} for what is the address's, on whatever contacts that is
 * @param subject the {@code sub} of whoever comes by it
 */
public record AddressBinding(
        @Nullable String ofAddress, @Nullable String onContact, String subject) {

    /** Reads what {@link #text} wrote; anything else is a broken table. */
    public static AddressBinding read(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            throw new IllegalStateException("a stored standing has another form");
        }
        return new AddressBinding(part(parts[0]), part(parts[1]), parts[2]);
    }

    private static @Nullable String part(String text) {
        return text.isEmpty() ? null : text;
    }

    /** As links, challenges and sessions store it. */
    public String text() {
        return (ofAddress == null ? "" : ofAddress) + "." + (onContact == null ? "" : onContact) + "." + subject;
    }

    /** Whether it still holds, where this one does now. */
    public boolean holds(@Nullable AddressBinding now) {
        return now != null && isOfAddress(now) && (onContact == null || onContact.equals(now.onContact));
    }

    /** Whether it holds as far as the address is concerned. */
    public boolean isOfAddress(AddressBinding now) {
        return ofAddress == null || ofAddress.equals(now.ofAddress);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AddressBinding binding && text().equals(binding.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }
}
