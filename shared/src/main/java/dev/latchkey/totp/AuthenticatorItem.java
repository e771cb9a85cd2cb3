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

/** How an authenticator stands in the table, beside its account. Every write loses where another one stands there by now. */
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

    /** {@code null} of no item: an account without a second factor. */
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

    /** As far as the roll tells of one: no secret, and of its recovery codes only how many are left, each tag blank. */
    public static Authenticator onRoll(Item item) {
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

    /** Puts it in the place of the one that was read, or of none. */
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

    /** Spends a code; loses where it was spent. */
    public static Write spend(Key key, Authenticator authenticator, SecondFactor factor) {
        ItemUpdate spent =
                switch (factor) {
                    case SecondFactor.Otp(long step) -> ItemUpdate.none().set(LAST_STEP, step);
                    case SecondFactor.SpareCode(BackupCode.Recovery(String place, String tag)) ->
                        ItemUpdate.none().remove(CODE + place).decrement(CODES_LEFT);
                    case SecondFactor.SpareCode(BackupCode.OneTime temporary) ->
                        ItemUpdate.none().remove(TEMPORARY).remove(TEMPORARY_ENDS_AT);
                };
        return Write.update(key, spent, isUnspent(authenticator, factor));
    }

    /** Spends a code, and puts other recovery codes in the place of all that are left, of a recovery code's own too. */
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

    /** Notes a temporary code, in the place of an earlier one. */
    public static Write issue(Key key, Authenticator authenticator, String tag, Instant endsAt) {
        return Write.update(
                key, ItemUpdate.none().set(TEMPORARY, tag).set(TEMPORARY_ENDS_AT, endsAt), is(authenticator));
    }

    /** Takes it away by a code; loses where that was spent. */
    public static Write remove(Key key, Authenticator authenticator, SecondFactor factor) {
        return Write.delete(key, isUnspent(authenticator, factor));
    }

    /** Takes it away, whatever its owner does at the same time. */
    public static Write remove(Key key) {
        return Write.delete(key);
    }

    /** Fails a transaction unless the account still has no second factor. */
    public static Write checkNone(Key key) {
        return Write.check(key, Condition.absent());
    }

    private static Condition is(Authenticator authenticator) {
        return Condition.equal(ID, authenticator.id());
    }

    /** Of a step, that no later one was spent either. */
    private static Condition isUnspent(Authenticator authenticator, SecondFactor factor) {
        return is(authenticator)
                .and(
                        switch (factor) {
                            case SecondFactor.Otp(long step) -> Condition.less(LAST_STEP, step);
                            case SecondFactor.SpareCode(BackupCode.Recovery(String place, String tag)) ->
                                Condition.equal(CODE + place, tag);
                            case SecondFactor.SpareCode(BackupCode.OneTime(String tag)) ->
                                Condition.equal(TEMPORARY, tag);
                        });
    }
}
