package dev.latchkey.magiclink;

import dev.latchkey.crypto.Digest;
import java.time.Instant;

/**
 * One attempt to deliver a link's mail to the mail service, whatever its result. Each has its own secret and code, so a
 * repetition does not invalidate a mail that may have arrived.
 *
 * @param at when it was attempted
 * @param secretHash SHA-256 of the 256-bit secret in its URL
 * @param codeTag the {@linkplain LinkCodeMac tag} of its typed code
 */
record LinkDelivery(Instant at, String secretHash, String codeTag) {

    /** Reads what {@link #text} wrote. */
    static LinkDelivery read(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            throw new IllegalStateException("a stored sending has another form");
        }
        return new LinkDelivery(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1], parts[2]);
    }

    /** As it is stored. */
    String text() {
        return at.toEpochMilli() + "." + secretHash + "." + codeTag;
    }

    boolean carries(LinkToken token) {
        return Digest.same(secretHash, token.hash());
    }

    boolean isCodedBy(String tag) {
        return Digest.same(codeTag, tag);
    }
}
