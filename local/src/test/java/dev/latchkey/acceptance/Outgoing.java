package dev.latchkey.acceptance;

import static org.awaitility.Awaitility.await;

import dev.latchkey.audit.RequestSource;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Principal;
import dev.latchkey.firm.FirmId;
import dev.latchkey.mail.MailId;
import dev.latchkey.mail.MailKind;
import dev.latchkey.mail.MailPriority;
import dev.latchkey.mail.Outbox;
import dev.latchkey.mail.OutgoingMail;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemUpdate;
import dev.latchkey.store.Key;
import dev.latchkey.store.StoreUnavailable;
import dev.latchkey.store.Write;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A firm's outbox, as use cases fill it and as operators see it. */
record Outgoing(TestFirm firm) {

    /** A notice to an address, a hundred of them at most in one transaction. */
    List<MailId> notices(int number, String email, MailPriority priority) {
        List<OutgoingMail> mails = IntStream.range(0, number)
                .mapToObj(_ -> mail(MailKind.ACCOUNT_CREATED, reference(email), priority))
                .toList();
        List<Write> writes = mails.stream().map(Outbox::intend).toList();
        await().ignoreException(StoreUnavailable.class)
                .atMost(Duration.ofMinutes(1))
                .until(() -> firm.world().items().commit(writes) != null);
        return mails.stream().map(OutgoingMail::id).toList();
    }

    /** A mail about something that can't be. */
    MailId poison() {
        OutgoingMail mail = mail(MailKind.SIGN_IN_LINK, "no link", MailPriority.INTERACTIVE);
        firm.world().items().commit(List.of(Outbox.intend(mail)));
        return mail.id();
    }

    /** A notice as a later version of the software may intend it. */
    MailId ofUnknownKind(String email) {
        OutgoingMail mail = mail(MailKind.ACCOUNT_CREATED, reference(email), MailPriority.INTERACTIVE);
        Item item = Item.at(mail.id().key())
                .text("kind", "PIGEON_ARRIVED")
                .text("reference", mail.reference())
                .time("at", mail.at())
                .text("httpRequestId", "r-1")
                .text("sourceIp", "203.0.113.7")
                .build();
        firm.world().items().commit(List.of(Write.create(item)));
        return mail.id();
    }

    void becomes(MailId id, MailKind kind) {
        TableHand.set(firm.world(), id.key(), "kind", AttributeValue.fromS(kind.name()));
    }

    /** Empty while it is tried, and when it has left. */
    String parkedFor(MailId id) {
        Item item = firm.world().items().read(id.key());
        return item == null || item.optionalText("parkedFor") == null ? "" : item.text("parkedFor");
    }

    /** What docs/operations.md says of a parked mail: take the mark away. */
    void unpark(MailId id) {
        firm.world()
                .items()
                .commit(List.of(Write.update(
                        id.key(), ItemUpdate.none().remove("parkedAt").remove("parkedFor"))));
    }

    /** Mail to this address is refused: the sign that it gets has the same small letter, and is none that mail servers take. */
    void refused(String email) {
        Key key = AddressItem.key(new FirmId(firm.id()), Email.parse(email).orElseThrow());
        TableHand.set(firm.world(), key, "email", AttributeValue.fromS(email.replace("k", "\u212A")));
    }

    /** How often the log says that it could not be sent. */
    long failures(MailId id) {
        return firm.world()
                .logs()
                .text()
                .lines()
                .filter(line -> line.contains("mail_not_sent") && line.contains(id.id()))
                .count();
    }

    private OutgoingMail mail(MailKind kind, String reference, MailPriority priority) {
        MailId id = new MailId(new FirmId(firm.id()), UUID.randomUUID().toString(), priority);
        return new OutgoingMail(
                id,
                kind,
                reference,
                firm.world().server().clock().instant(),
                new RequestSource("r-1", "203.0.113.7", null));
    }

    private String reference(String email) {
        return Principal.of(new FirmId(firm.id()), Email.parse(email).orElseThrow())
                .value();
    }
}
