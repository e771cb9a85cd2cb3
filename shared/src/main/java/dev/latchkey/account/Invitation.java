package dev.latchkey.account;

import dev.latchkey.contact.Address;
import dev.latchkey.contact.Holder;
import dev.latchkey.contact.Roll;
import dev.latchkey.contact.Standing;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Item;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last invitation of an address. It says nothing any more once there is an account.
 *
 * @param generation of the address then
 */
public record Invitation(Instant sentAt, Instant expiresAt, String generation) {

    private static final String GENERATION = "generation";
    private static final Duration KEPT = Duration.ofDays(30);

    public static Key key(FirmId firm, Holder address) {
        return address.key(firm, "invitation");
    }

    public static @Nullable Invitation read(@Nullable Item item) {
        return item == null ? null : new Invitation(item.time("sentAt"), item.time("expiresAt"), item.text(GENERATION));
    }

    public static Invitation now(String generation, Instant now) {
        return new Invitation(now, now.plus(Purpose.INVITATION.life), generation);
    }

    /** Takes the place of an earlier one. */
    public Write write(FirmId firm, Holder address) {
        return Write.overwrite(Item.at(key(firm, address))
                .time("sentAt", sentAt)
                .time("expiresAt", expiresAt)
                .text(GENERATION, generation)
                .text(Roll.INDEX, Roll.of(firm))
                .timeToLive(expiresAt.plus(KEPT))
                .build());
    }

    /** Whether it can still be used: not too old, and the address on contacts since it was sent. */
    public boolean isGood(Address address, Instant now) {
        Standing standing = address.standing();
        return now.isBefore(expiresAt) && standing != null && generation.equals(standing.ofAddress());
    }
}
