package dev.latchkey.accountlink;

import dev.latchkey.contact.Address;
import dev.latchkey.contact.AddressBinding;
import dev.latchkey.contact.ClientIndex;
import dev.latchkey.contact.Principal;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemUpdate;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last invitation of an address. It has no meaning once there is an account.
 *
 * @param generation of the address when it was sent
 */
public record Invitation(Instant sentAt, Instant expiresAt, String generation) {

    private static final String SENT_AT = "sentAt";
    private static final String EXPIRES_AT = "expiresAt";
    private static final String GENERATION = "generation";
    private static final Duration KEPT = Duration.ofDays(30);

    public static Key key(FirmId firm, Principal address) {
        return address.key(firm, "invitation");
    }

    public static @Nullable Invitation read(@Nullable Item item) {
        return item == null ? null : new Invitation(item.time(SENT_AT), item.time(EXPIRES_AT), item.text(GENERATION));
    }

    public static Invitation now(String generation, Instant now) {
        return new Invitation(now, now.plus(AccountLinkPurpose.INVITATION.life), generation);
    }

    /** Replaces an earlier invitation. */
    public Write write(FirmId firm, Principal address) {
        return Write.overwrite(Item.at(key(firm, address))
                .time(SENT_AT, sentAt)
                .time(EXPIRES_AT, expiresAt)
                .text(GENERATION, generation)
                .text(ClientIndex.INDEX, ClientIndex.of(firm))
                .timeToLive(expiresAt.plus(KEPT))
                .build());
    }

    /** Begins its lifetime again. Fails if staff sent another one or revoked it since it was read. */
    Write renewed(FirmId firm, Principal address, Instant now) {
        Instant end = now.plus(AccountLinkPurpose.INVITATION.life);
        return Write.update(
                key(firm, address),
                ItemUpdate.none().set(SENT_AT, now).set(EXPIRES_AT, end).timeToLive(end.plus(KEPT)),
                Condition.equal(SENT_AT, sentAt.toEpochMilli()));
    }

    /** Whether the address has been on contacts ever since it was sent. */
    boolean isOf(Address address) {
        AddressBinding binding = address.binding();
        return binding != null && generation.equals(binding.ofAddress());
    }

    /** Whether it can still be used: it has not expired, and the address has been on contacts since it was sent. */
    public boolean isGood(Address address, Instant now) {
        return now.isBefore(expiresAt) && isOf(address);
    }
}
