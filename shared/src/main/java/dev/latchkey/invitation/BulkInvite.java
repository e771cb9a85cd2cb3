package dev.latchkey.invitation;

import dev.latchkey.contact.ContactId;
import dev.latchkey.contactaccess.AccessStatus;
import dev.latchkey.contactaccess.AddressAccess;
import dev.latchkey.contactaccess.ContactAccess;
import dev.latchkey.contactaccess.ReadAccess;
import dev.latchkey.firm.AccessRequest;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.invitation.BulkInviteProgress.Reason;
import dev.latchkey.invitation.BulkInviteProgress.Skipped;
import dev.latchkey.invitation.BulkInviteRequest.Wanted;
import dev.latchkey.report.AccessPage;
import dev.latchkey.report.ListAccess;
import dev.latchkey.staff.Idempotency;
import dev.latchkey.staff.SupportRequest;
import dev.latchkey.store.Decision;
import dev.latchkey.store.Item;
import dev.latchkey.store.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Staff invite many contacts in one request. Each contact has its own transaction, under the same limits as a single
 * invitation. A contact that has an account or a valid invitation is skipped, so the request may be sent again. A
 * request with an idempotency key invites each contact once, even if it is sent twice at the same time or was
 * interrupted.
 */
public final class BulkInvite {

    private static final String ANSWER = "answer";

    /**
     * A request for all contacts stops after this time, search included, because a function's run time is limited.
     * Another request continues after the last contact.
     */
    private static final long LONGEST_NANOS = Duration.ofSeconds(16).toNanos();

    private final Table table;
    private final ReadAccess reading;
    private final InviteContact inviting;
    private final ListAccess listing;
    private final BiFunction<BulkInviteRequest, BulkInviteProgress, String> serializer;
    private final Clock clock;

    /**
     * The answer is serialized here because it is stored.
     *
     * @param serializer serializes the answer
     */
    public BulkInvite(
            Table table,
            InviteContact inviting,
            BiFunction<BulkInviteRequest, BulkInviteProgress, String> serializer,
            Clock clock) {
        this.table = table;
        this.reading = new ReadAccess(table, clock);
        this.listing = new ListAccess(table, clock);
        this.inviting = inviting;
        this.serializer = serializer;
        this.clock = clock;
    }

    public BulkInviteOutcome invite(BulkInviteRequest request) {
        FirmId firmId = request.sender().firm();
        Firm firm = Firm.of(firmId, table.read(Firm.key(firmId)), clock.instant());
        if (firm == null) {
            return new BulkInviteOutcome.NoFirm();
        }
        if (firm.refusesAll(AccessRequest.SET_UP_LINK)) {
            return new BulkInviteOutcome.LoginOff();
        }
        long startedNanos = System.nanoTime();
        return switch (table.<Begun>decide(() -> begin(request))) {
            case Begun.Answered(BulkInviteOutcome outcome) -> outcome;
            case Begun.Planned(BulkInvitePlan plan) -> carryOut(request, plan, startedNanos);
        };
    }

    /** What is decided before the first contact is invited. */
    private sealed interface Begun {

        record Answered(BulkInviteOutcome outcome) implements Begun {}

        record Planned(BulkInvitePlan plan) implements Begun {}
    }

    private Decision<Begun> begin(BulkInviteRequest request) {
        Idempotency named = request.idempotency();
        if (named == null) {
            return Decision.answer(new Begun.Planned(plan(request)));
        }
        Instant now = clock.instant();
        Item stored = table.read(named.key());
        return switch (named.judge(stored, now)) {
            case Idempotency.Earlier.Answered(Map<String, String> answer) ->
                Decision.answer(
                        new Begun.Answered(new BulkInviteOutcome.Done(Objects.requireNonNull(answer.get(ANSWER)))));
            case Idempotency.Earlier.OtherRequest other ->
                Decision.answer(new Begun.Answered(new BulkInviteOutcome.KeyReused()));
            case Idempotency.Earlier.None none -> begin(request, named, stored, now);
        };
    }

    private Decision<Begun> begin(BulkInviteRequest request, Idempotency named, @Nullable Item stored, Instant now) {
        Map<String, String> begun = named.begun(stored, now);
        if (begun != null) {
            return Decision.answer(new Begun.Planned(BulkInvitePlan.of(begun)));
        }
        BulkInvitePlan plan = plan(request);
        return Decision.commit(List.of(named.begin(plan.row(), now)), new Begun.Planned(plan));
    }

    private BulkInvitePlan plan(BulkInviteRequest request) {
        return switch (request.wanted()) {
            case Wanted.Named(List<ContactId> contacts) -> new BulkInvitePlan(contacts, null);
            case Wanted.WithoutAccount(ContactId after) -> {
                AccessPage page = Objects.requireNonNull(
                        listing.list(request.sender().firm(), AccessStatus.NO_ACCOUNT, BulkInviteRequest.MOST, after));
                List<ContactId> contacts = page.contacts().stream()
                        .map(access -> access.contact().id())
                        .toList();
                yield new BulkInvitePlan(contacts, page.next());
            }
        };
    }

    private BulkInviteOutcome carryOut(BulkInviteRequest request, BulkInvitePlan plan, long startedNanos) {
        int invited = 0;
        List<Skipped> skipped = new ArrayList<>();
        ContactId last = null;
        ContactId next = plan.next();
        for (ContactId contact : plan.contacts()) {
            if (last != null && isForAll(request) && System.nanoTime() - startedNanos > LONGEST_NANOS) {
                next = last;
                break;
            }
            Refused refused = invite(request, contact);
            if (refused != null && refused.reason() == Reason.TOO_MANY_REQUESTS && isForAll(request)) {
                if (last == null) {
                    return new BulkInviteOutcome.TooMany(refused.retryAfter());
                }
                next = last;
                break;
            }
            if (refused == null) {
                invited++;
            } else {
                skipped.add(new Skipped(contact, refused.reason()));
            }
            last = contact;
        }
        String answer = serializer.apply(request, new BulkInviteProgress(invited, List.copyOf(skipped), next));
        Idempotency named = request.idempotency();
        if (named != null) {
            table.commit(List.of(named.finish(Map.of(ANSWER, answer), clock.instant())));
        }
        return new BulkInviteOutcome.Done(answer);
    }

    /** A request for all contacts stops at a limit; another one continues later. */
    private static boolean isForAll(BulkInviteRequest request) {
        return request.wanted() instanceof Wanted.WithoutAccount;
    }

    private record Refused(Reason reason, Duration retryAfter) {

        Refused(Reason reason) {
            this(reason, Duration.ZERO);
        }
    }

    /** {@code null} if this request invited the contact. */
    private @Nullable Refused invite(BulkInviteRequest request, ContactId contact) {
        Idempotency named = request.idempotency();
        Idempotency part = named == null ? null : named.part(contact.value());
        ContactAccess access = reading.of(request.sender().firm(), contact);
        if (access == null) {
            return new Refused(Reason.NOT_FOUND);
        }
        boolean doneBefore = part != null && isKept(part);
        AddressAccess main = access.main();
        if (!doneBefore && main != null && access.status(main) == AccessStatus.INVITED) {
            return new Refused(Reason.ALREADY_INVITED);
        }
        if (!doneBefore && main != null && main.account() != null && !main.equals(access.mismatch())) {
            return new Refused(Reason.ACCOUNT_EXISTS);
        }
        return reason(inviting.invite(
                new SupportRequest(request.sender(), contact, null, null, part, request.requestSource())));
    }

    private boolean isKept(Idempotency part) {
        return part.judge(table.read(part.key()), clock.instant()) instanceof Idempotency.Earlier.Answered;
    }

    private static @Nullable Refused reason(InviteOutcome outcome) {
        return switch (outcome) {
            case InviteOutcome.Invited invited -> null;
            case InviteOutcome.NoContact none -> new Refused(Reason.NOT_FOUND);
            case InviteOutcome.NoAddress none -> new Refused(Reason.NO_ADDRESS);
            case InviteOutcome.EmailRequired required -> new Refused(Reason.EMAIL_REQUIRED);
            case InviteOutcome.AddressUndeliverable bounced -> new Refused(Reason.ADDRESS_UNDELIVERABLE);
            case InviteOutcome.AccountExists exists -> new Refused(Reason.ACCOUNT_EXISTS);
            case InviteOutcome.LoginOff off -> new Refused(Reason.LOGIN_OFF);
            case InviteOutcome.TooMany(Duration wait) -> new Refused(Reason.TOO_MANY_REQUESTS, wait);
            case InviteOutcome.KeyReused reused -> new Refused(Reason.ALREADY_INVITED);
        };
    }
}
