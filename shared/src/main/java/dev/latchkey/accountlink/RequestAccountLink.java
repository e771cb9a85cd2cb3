package dev.latchkey.accountlink;

import dev.latchkey.audit.RequestSource;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Principal;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.mail.MailPriority;
import dev.latchkey.store.Decision;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Key;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import dev.latchkey.throttling.ClientMailLimits;
import dev.latchkey.throttling.ClientMailLimits.Allowance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests a mailed link for a client: to sign up, or to choose another password. Whether the address is on a contact, has an
 * account, or takes mail is checked when the mail is made. So neither the answer nor the work here depends on it. One read,
 * one transaction.
 */
public final class RequestAccountLink {

    /** The answer to the request. */
    public sealed interface Asking {

        /** The answer for every address, whether or not a mail is sent. */
        record Accepted() implements Asking {}

        /** The firm has login switched off. */
        record LoginOff() implements Asking {}

        record NoFirm() implements Asking {}

        /** Too many requests from this source, or in the firm. */
        record TooMany(Duration retryAfter) implements Asking {}
    }

    private final Table table;
    private final NewAccountLinks links;
    private final Clock clock;

    public RequestAccountLink(Table table, Randomness randomness, Clock clock) {
        this.table = table;
        this.links = new NewAccountLinks(randomness);
        this.clock = clock;
    }

    public Asking signUp(FirmId firm, Email email, RequestSource requestSource) {
        return table.decide(() -> decide(AccountLinkPurpose.SIGN_UP, firm, Principal.of(firm, email), requestSource));
    }

    public Asking forgotten(FirmId firm, Email email, RequestSource requestSource) {
        return table.decide(() -> decide(AccountLinkPurpose.RESET, firm, Principal.of(firm, email), requestSource));
    }

    private Decision<Asking> decide(
            AccountLinkPurpose purpose, FirmId firmId, Principal address, RequestSource requestSource) {
        ClientMailLimits limits = ClientMailLimits.of(purpose.category, firmId, address, requestSource);
        List<Key> keys = new ArrayList<>(limits.keys());
        keys.add(Firm.key(firmId));
        ItemBatch stored = table.read(keys);
        Instant now = clock.instant();
        Firm firm = Firm.read(firmId, stored, now);
        if (firm == null) {
            return Decision.answer(new Asking.NoFirm());
        }
        if (firm.refusesAll(purpose.asked())) {
            return Decision.answer(new Asking.LoginOff());
        }
        return switch (limits.judge(stored, now)) {
            case Allowance.Refused(Duration retryAfter) -> Decision.answer(new Asking.TooMany(retryAfter));
            case Allowance.Silent(List<Write> counts) -> accept(counts);
            case Allowance.Granted(List<Write> counts) -> {
                List<Write> writes = new ArrayList<>(counts);
                writes.addAll(links.mailed(
                        links.link(purpose, firmId, address, now), MailPriority.INTERACTIVE, requestSource));
                yield accept(writes);
            }
        };
    }

    private static Decision<Asking> accept(List<Write> writes) {
        Asking accepted = new Asking.Accepted();
        return writes.isEmpty() ? Decision.answer(accepted) : Decision.commit(writes, accepted);
    }
}
