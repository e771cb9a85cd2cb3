package dev.latchkey.totp;

import dev.latchkey.contact.ClientIndex;
import dev.latchkey.contact.Principal;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemBuilder;
import dev.latchkey.store.ItemUpdate;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import dev.latchkey.totp.Authenticator.BackupCode;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How an authenticator is stored, next to its account. Every write fails if another authenticator is stored by now. */
public final class AuthenticatorItem {

    private static final String ID = "id";
    private static final String SECRET = "secret";
    private static final String LAST_STEP = "lastStep";
    private static final String CODE = "code:";
    private static final String CODES_LEFT = "codesLeft";
    private static final String TEMPORARY = "temporary";
    private static final String TEMPORARY_ENDS_AT = "temporaryEndsAt";

    private AuthenticatorItem() {}

    public static Key key(FirmId firm, Principal account) {
        return account.key(firm, "authenticator");
    }

    /** {@code null} without an item: the account has no second factor. */
    public static @Nullable Authenticator read(@Nullable Item item) {
        return item == null
                ? null
                : new Authenticator(
                        item.text(ID),
                        item.text(SECRET),
                        item.time("createdAt"),
                        item.number(LAST_STEP),
                        item.textsNamed(CODE),
                        temporary(item));
    }

    /** What the index has of one: no secret, and only the number of recovery codes, each with an empty tag. */
    public static Authenticator fromIndex(Item item) {
        Map<String, String> blank = new TreeMap<>();
        for (long place = 0; place < item.number(CODES_LEFT, 0); place++) {
            blank.put(Long.toString(place), "");
        }
        return new Authenticator("", "", item.time("createdAt"), 0, blank, null);
    }

    private static Authenticator.@Nullable Temporary temporary(Item item) {
        String tag = item.optionalText(TEMPORARY);
        return tag == null ? null : new Authenticator.Temporary(tag, item.time(TEMPORARY_ENDS_AT));
    }

    /** Replaces the authenticator that was read, or creates the first. */
    public static Write replace(FirmId firm, Principal account, @Nullable Authenticator before, Authenticator next) {
        ItemBuilder item = Item.at(key(firm, account))
                .text(ID, next.id())
                .text(SECRET, next.sealedSecret())
                .time("createdAt", next.since())
                .number(LAST_STEP, next.lastStep())
                .number(CODES_LEFT, next.codesLeft())
                .text(ClientIndex.INDEX, ClientIndex.of(firm));
        next.codes().forEach((place, tag) -> item.text(CODE + place, tag));
        return before == null ? Write.create(item.build()) : Write.put(item.build(), is(before));
    }

    /** Spends a code; fails if it was spent. */
    public static Write spend(Key key, Authenticator authenticator, SecondFactor factor) {
        ItemUpdate spent =
                switch (factor) {
                    case SecondFactor.Otp(long step) -> ItemUpdate.none().set(LAST_STEP, step);
                    case SecondFactor.Backup(BackupCode.Recovery(String place, String tag)) ->
                        ItemUpdate.none().remove(CODE + place).decrement(CODES_LEFT);
                    case SecondFactor.Backup(BackupCode.OneTime temporary) ->
                        ItemUpdate.none().remove(TEMPORARY).remove(TEMPORARY_ENDS_AT);
                };
        return Write.update(key, spent, isUnspent(authenticator, factor));
    }

    /** Spends a code and replaces all recovery codes, including the one that is spent. */
    public static Write renew(Key key, Authenticator authenticator, RecoveryCodes codes, SecondFactor factor) {
        ItemUpdate changes = ItemUpdate.none().set(CODES_LEFT, codes.tags().size());
        if (factor instanceof SecondFactor.Otp(long step)) {
            changes = changes.set(LAST_STEP, step);
        }
        for (var code : codes.tags().entrySet()) {
            changes = changes.set(CODE + code.getKey(), code.getValue());
        }
        return Write.update(key, changes, isUnspent(authenticator, factor));
    }

    /** Stores a temporary code, in place of an earlier one. */
    public static Write issue(Key key, Authenticator authenticator, String tag, Instant endsAt) {
        return Write.update(
                key, ItemUpdate.none().set(TEMPORARY, tag).set(TEMPORARY_ENDS_AT, endsAt), is(authenticator));
    }

    /** Removes the authenticator by a code; fails if the code was spent. */
    public static Write remove(Key key, Authenticator authenticator, SecondFactor factor) {
        return Write.delete(key, isUnspent(authenticator, factor));
    }

    /** Removes the authenticator unconditionally. */
    public static Write remove(Key key) {
        return Write.delete(key);
    }

    /** Fails the transaction unless the account still has no second factor. */
    public static Write checkNone(Key key) {
        return Write.check(key, Condition.absent());
    }

    private static Condition is(Authenticator authenticator) {
        return Condition.equal(ID, authenticator.id());
    }

    /** For a time step: no later step was spent either. */
    private static Condition isUnspent(Authenticator authenticator, SecondFactor factor) {
        return is(authenticator)
                .and(
                        switch (factor) {
                            case SecondFactor.Otp(long step) -> Condition.less(LAST_STEP, step);
                            case SecondFactor.Backup(BackupCode.Recovery(String place, String tag)) ->
                                Condition.equal(CODE + place, tag);
                            case SecondFactor.Backup(BackupCode.OneTime(String tag)) -> Condition.equal(TEMPORARY, tag);
                        });
    }
}
