package dev.latchkey.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contact.Contact.State;
import dev.latchkey.firm.FirmId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContactUpdateTest {

    private final AtomicInteger ids = new AtomicInteger();
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    private final ContactUpdate next = new ContactUpdate(() -> "id" + ids.incrementAndGet());

    @Test
    void anOlderOrRepeatedVersion_changesNothing() {
        Contact known = after(null, upserted(5, false, "a@example.com"));
        assertThat(next.after(known, upserted(5, false, "b@example.com"), NOW)).isNull();
        assertThat(next.after(known, upserted(4, true), NOW)).isNull();
        assertThat(next.after(known, deleted(5), NOW)).isNull();
    }

    @Test
    void anAddressThatStays_keepsItsGeneration_alsoInAnotherSpelling() {
        Contact known = after(null, upserted(1, false, "a@example.com", "b@example.com"));
        Contact later = after(known, upserted(2, false, "B@example.com", "A@Example.com"));
        assertThat(generation(later, "a@example.com")).isEqualTo(generation(known, "a@example.com"));
        assertThat(later.addresses().getFirst().email().address()).isEqualTo("B@example.com");
    }

    @Test
    void anAddressThatCameBack_hasANewGeneration() {
        Contact known = after(null, upserted(1, false, "a@example.com"));
        Contact without = after(known, upserted(2, false, "b@example.com"));
        Contact back = after(without, upserted(3, false, "a@example.com"));
        assertThat(generation(back, "a@example.com")).isNotEqualTo(generation(known, "a@example.com"));
    }

    @Test
    void archiving_endsEveryGeneration_andUnarchivingBeginsNewOnes() {
        Contact known = after(null, upserted(1, false, "a@example.com"));
        Contact archived = after(known, upserted(2, true, "a@example.com"));
        Contact back = after(archived, upserted(3, false, "a@example.com"));
        String first = generation(known, "a@example.com");
        assertThat(honours(archived, first)).isFalse();
        assertThat(honours(archived, generation(archived, "a@example.com"))).isFalse();
        assertThat(honours(back, first)).isFalse();
        assertThat(honours(back, generation(back, "a@example.com"))).isTrue();
    }

    @Test
    void aDeletedContact_remembersItsVersionAndSubject_andCanComeBack() {
        Contact known = after(null, upserted(1, false, "a@example.com"));
        Contact gone = after(known, deleted(7));
        assertThat(gone.state()).isEqualTo(State.DELETED);
        assertThat(gone.addresses()).isEmpty();
        assertThat(next.after(gone, upserted(6, false, "a@example.com"), NOW)).isNull();
        Contact back = after(gone, upserted(8, false, "a@example.com"));
        assertThat(back.subject()).isEqualTo(known.subject());
        assertThat(honours(back, generation(known, "a@example.com"))).isFalse();
    }

    @Test
    void aDeletionThatComesFirst_isRemembered() {
        Contact gone = after(null, deleted(3));
        assertThat(next.after(gone, upserted(2, false, "a@example.com"), NOW)).isNull();
    }

    @Test
    void anAddressNamedTwice_standsOnce() {
        assertThat(after(null, upserted(1, false, "a@example.com", "A@example.com"))
                        .addresses())
                .hasSize(1);
    }

    @Test
    void whatCannotBeRead_staysAsItWas_andTheFaultsAreOfTheLatestVersion() {
        Contact known = after(null, upserted(1, false, "a@example.com"));
        DirectoryFault fault = new DirectoryFault("emails", "is missing or no list");
        Contact unread = after(known, unreadable(2, List.of(fault)));
        assertThat(unread.addresses()).isEqualTo(known.addresses());
        assertThat(unread.state()).isEqualTo(State.LIVE);
        assertThat(unread.profile()).isEqualTo(new ContactProfile(ContactType.PERSON, "C", List.of(fault)));
        assertThat(after(unread, upserted(3, false)).profile().faults()).isEmpty();
    }

    @Test
    void ofANewContact_whatCannotBeRead_isTheLeast_andWhatIsOutOfUseStaysSo() {
        assertThat(after(null, unreadable(1, List.of())).profile())
                .isEqualTo(new ContactProfile(ContactType.PERSON, "", List.of()));
        Contact archived = after(null, upserted(1, true, "a@example.com"));
        assertThat(after(archived, unreadable(2, List.of())).state()).isEqualTo(State.ARCHIVED);
        Contact gone = after(archived, deleted(2));
        assertThat(after(gone, unreadable(3, List.of())).state()).isEqualTo(State.ARCHIVED);
    }

    @Test
    void removalsAlone_keepAllThatStays_andLeaveRoomForTheirOwnSayingOnly() {
        Contact known = after(null, upserted(2, false, "a@example.com", "b@example.com"));
        Contact later = after(known, upserted(5, true, "b@example.com", "c@example.com"));
        Contact without = ContactUpdate.without(known.addresses().subList(0, 1), known, later, NOW);
        assertThat(next.after(without, upserted(4, false, "a@example.com"), NOW))
                .isNull();
        assertThat(next.after(without, upserted(5, false, "b@example.com"), NOW))
                .isNotNull();
        assertThat(without.state()).isEqualTo(State.LIVE);
        assertThat(without.addresses()).containsExactly(known.addresses().get(1));
        assertThat(without.former()).extracting(gone -> gone.email().address()).containsExactly("a@example.com");
        assertThat(without.revision()).isEqualTo(known.revision() + 1);
    }

    @Test
    void anErasedContact_keepsItsIdAndVersion_andNothingThatTellsOfIt() {
        Contact known = after(after(null, upserted(1, false, "a@example.com")), upserted(2, false, "b@example.com"));
        Contact erased = after(known, new ContactEvent.Erased(known.firm(), known.id(), 3));
        assertThat(erased.state()).isEqualTo(State.ERASING);
        assertThat(erased.version()).isEqualTo(3);
        assertThat(erased.subject()).isNotEqualTo(known.subject());
        assertThat(erased.name()).isEmpty();
        assertThat(erased.addresses()).isEmpty();
        assertThat(erased.former()).isEmpty();
    }

    private static ContactEvent unreadable(long version, List<DirectoryFault> faults) {
        return new ContactEvent.Upserted(
                new FirmId("acme"), new ContactId("c1"), version, null, null, null, null, faults);
    }

    private Contact after(@Nullable Contact known, ContactEvent facts) {
        return Objects.requireNonNull(next.after(known, facts, NOW));
    }

    private static String generation(Contact contact, String email) {
        return contact.address(Email.parse(email).orElseThrow()).orElseThrow().generation();
    }

    private static ContactEvent upserted(long version, boolean archived, String... emails) {
        List<Email> parsed =
                Stream.of(emails).map(email -> Email.parse(email).orElseThrow()).toList();
        return new ContactEvent.Upserted(
                new FirmId("acme"), new ContactId("c1"), version, ContactType.PERSON, "C", parsed, archived, List.of());
    }

    private static ContactEvent deleted(long version) {
        return new ContactEvent.Deleted(new FirmId("acme"), new ContactId("c1"), version);
    }

    private static boolean honours(Contact contact, String generation) {
        return contact.isLive()
                && contact.addresses().stream()
                        .anyMatch(address -> address.generation().equals(generation));
    }
}
