package dev.latchkey.contact;

import org.jspecify.annotations.Nullable;

/**
 * The random ids that a link or session was created under. Each ends with what it identifies and never comes back. A
 * link is invalid once one of its ids has changed, even if the address was added again.
 *
 * @param ofAddress the id of the address; it ends when the address leaves the last contact in use, and when staff
 *     deactivate its account. {@code null} for a request link whose mail hasn't been sent yet
 * @param onContact the id of the address on one contact; it ends when the address leaves the contact and when the
 *     contact goes out of use. {@code null} for what belongs to the address on all of its contacts
 * @param subject the {@code sub} of the session
 */
public record AddressBinding(
        @Nullable String ofAddress, @Nullable String onContact, String subject) {

    /** Reads what {@link #text} wrote; anything else means a broken table. */
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

    /** As it is stored on links, challenges and sessions. */
    public String text() {
        return (ofAddress == null ? "" : ofAddress) + "." + (onContact == null ? "" : onContact) + "." + subject;
    }

    /** Whether it is still valid, given the present one. */
    public boolean holds(@Nullable AddressBinding now) {
        return now != null && isOfAddress(now) && (onContact == null || onContact.equals(now.onContact));
    }

    /** Whether it is valid as far as the address is concerned. */
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
