package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.acceptance.SecondFactor.Owner;
import dev.latchkey.contact.Email;
import dev.latchkey.firm.FirmId;
import dev.latchkey.mail.SentMail;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A client who did whatever clients do and had done to them whatever staff do, and all that the table knows of them then. */
record Erasing(TestFirm firm, String contact, String email, String name) {

    private static final int TOO_SHORT_TO_TELL = 16;

    /** In upper and lower case, since both are stored. */
    static Erasing client(TestFirm firm, String contact) {
        Erasing client = new Erasing(
                firm,
                contact,
                "Pat." + TestFirm.address(),
                "Patricia " + UUID.randomUUID().toString().substring(0, 8));
        client.told(1);
        return client;
    }

    Erasing told(int version) {
        assertThat(tell(version).status()).isEqualTo(200);
        return this;
    }

    Answer tell(int version) {
        return firm.world()
                .tryEvent(
                        "contact.upserted",
                        Map.of(
                                "firmId",
                                firm.id(),
                                "contactId",
                                contact,
                                "version",
                                version,
                                "type",
                                "PERSON",
                                "name",
                                name,
                                "emails",
                                List.of(email),
                                "archived",
                                false));
    }

    Answer erase(int version) {
        return firm.world()
                .tryEvent("contact.erased", Map.of("firmId", firm.id(), "contactId", contact, "version", version));
    }

    /** The session of a login stays open, and so does a mailed link. */
    Owner lives() {
        Staff staff = new Staff(firm);
        Portal portal = new Portal(firm);
        firm.redeem(firm.mailed(contact, "r1").token(), TestFirm.device());
        assertThat(firm.send(contact, "r2", "Idempotency-Key", "k1-" + contact).status())
                .isEqualTo(202);
        firm.signInMail(email);
        portal.signUp(email);
        Owner owner = new SecondFactor(firm).enrolled(email);
        portal.logIn(email, "wrong");
        portal.forgotten(email);
        portal.invite(contact, null);
        assertThat(staff.repair(contact, "temporary-code", null, name + " called", "Idempotency-Key", "k2-" + contact)
                        .status())
                .isEqualTo(201);
        assertThat(staff.deactivate(contact, null, "Idempotency-Key", "k3-" + contact)
                        .status())
                .isEqualTo(200);
        staff.reactivate(contact, null);
        staff.inviteAll(Map.of("contactIds", List.of(contact)), "Idempotency-Key", "k4-" + contact);
        SecondFactor codes = new SecondFactor(firm);
        Answer session =
                codes.verify(codes.challenge(email), owner.app().settled().code());
        assertThat(session.status()).as(session.text()).isEqualTo(200);
        firm.settled();
        return new Owner(email, owner.app(), owner.recoveryCodes(), session);
    }

    /** So many messages went to the address. */
    Erasing hadMail(int messages) {
        FirmId id = new FirmId(firm.id());
        Email address = Email.parse(email).orElseThrow();
        for (int number = 0; number < messages; number++) {
            firm.world().items().commit(SentMail.of("m" + number + "-" + addressKey(), id, address, Instant.now()));
        }
        return this;
    }

    /** The key of the address, by which the table knows it. */
    String addressKey() {
        return Email.parse(email).orElseThrow().keyIn(new FirmId(firm.id()));
    }

    /**
     * Whatever in the table could tell of the client: address and name, and each string with enough in it to be known again
     * that stands with the contact or the address, from password hash and sealed secret to session families.
     */
    Set<String> known() {
        Set<String> known = new TreeSet<>(List.of(email, email.toLowerCase(Locale.ROOT), name, addressKey()));
        for (String partition : List.of("contact#" + contact, "address#" + addressKey())) {
            TableDump.partition(firm.world(), firm.id() + "#" + partition)
                    .forEach(item -> item.forEach((attribute, value) -> {
                        if (!Set.of("pk", "sk", "roll", "userAgent").contains(attribute)) {
                            texts(value)
                                    .filter(text -> text.length() >= TOO_SHORT_TO_TELL && !isTime(text))
                                    .forEach(known::add);
                        }
                    }));
        }
        return known;
    }

    /** What is left of it anywhere in the table; empty where nothing is. */
    static List<String> found(World world, Set<String> known) {
        String dump = TableDump.of(world);
        return known.stream().filter(dump::contains).toList();
    }

    private static Stream<String> texts(AttributeValue value) {
        return Stream.of(
                        Stream.ofNullable(value.s()),
                        value.ss().stream(),
                        value.l().stream().flatMap(Erasing::texts),
                        value.m().values().stream().flatMap(Erasing::texts))
                .flatMap(each -> each);
    }

    private static boolean isTime(String text) {
        try {
            Instant.parse(text);
            return true;
        } catch (DateTimeParseException other) {
            return false;
        }
    }
}
