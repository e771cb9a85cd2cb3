package dev.latchkey.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.audit.AuditEvent.Outcome;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Principal;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ErasedPersonTest {

    private static final Instant THEN = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
    private static final Instant END = Instant.parse("2033-11-24T12:00:00Z");
    private static final Principal THEIRS = Principal.ofNobody("theirs");
    private static final Principal SHARED = Principal.ofNobody("shared");
    private static final String PSEUDONYM = "erased-x";
    private static final Actor CLIENT = new Actor(Actor.Kind.CLIENT, "sub");
    private static final Actor STAFF = new Actor(Actor.Kind.STAFF, "s1");

    private final ErasedPerson person =
            new ErasedPerson(new ContactId("c1"), new ContactId(PSEUDONYM), Set.of("sub"), List.of(THEIRS));

    @Test
    void whatTheyDid_keepsTypeTimeAndOutcome_andOneEnd() {
        Item after = erased(event(CLIENT, null, Map.of("reason", "wrong-code", "step", "totp"), "c1"));
        assertThat(after.key()).isEqualTo(new Key("f#audit#2026-11", "2026-11-24T12:00:00.000Z#id"));
        RecordedEvent read = AuditItem.read(new FirmId("f"), after);
        assertThat(read.id()).isEqualTo("id");
        assertThat(read.event().at()).isEqualTo(THEN);
        assertThat(read.event().type()).isEqualTo(AuditType.SIGN_IN_FAILED);
        assertThat(read.event().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(read.event().actor()).isEqualTo(new Actor(Actor.Kind.CLIENT, PSEUDONYM));
        assertThat(read.event().requestSource()).isEqualTo(new RequestSource(PSEUDONYM, PSEUDONYM, null));
        assertThat(read.event().detail()).isEqualTo(Map.of("reason", "wrong-code", "step", "totp"));
        assertThat(after.number("ttl")).isEqualTo(END.getEpochSecond());
        assertThat(after.time("erasedAt")).isEqualTo(NOW);
    }

    @Test
    void whatStaffDid_keepsWhoAndWherefrom_andLosesWhatTheyTyped() {
        Item after = erased(event(STAFF, null, Map.of("reason", "Pat called", "change", "reset"), "c1"));
        assertThat(after.text("actorId")).isEqualTo("s1");
        assertThat(after.text("sourceIp")).isEqualTo("192.0.2.1");
        assertThat(after.rows("detail")).containsExactly(Map.of("reason", PSEUDONYM, "change", "reset"));
        assertThat(after.texts("contactIds")).containsExactly(PSEUDONYM);
    }

    @Test
    void idsInDetails_andThoseOfKindsNotYetKnown_go() {
        Item after = erased(event(CLIENT, null, Map.of("linkId", "f.c1~a.b", "session", "~a.b", "news", "x"), "c1"));
        assertThat(after.rows("detail").getFirst().values()).containsOnly(PSEUDONYM);
    }

    @Test
    void othersThatAreNamed_stay_andSoDoesWhoActedAsOneOfThem() {
        Item theirs = erased(event(CLIENT, SHARED, Map.of(), "c1", "c2"));
        assertThat(theirs.texts("contactIds")).containsExactlyInAnyOrder(PSEUDONYM, "c2");
        assertThat(theirs.text("actorId")).isEqualTo(PSEUDONYM);
        assertThat(theirs.optionalText("address")).isEqualTo(SHARED.value());
        Item others = erased(event(new Actor(Actor.Kind.CLIENT, "other"), null, Map.of(), "c1", "c2"));
        assertThat(others.text("actorId")).isEqualTo("other");
        Item alone = erased(event(new Actor(Actor.Kind.CLIENT, "earlier-subject"), null, Map.of(), "c1"));
        assertThat(alone.text("actorId")).isEqualTo(PSEUDONYM);
    }

    @Test
    void anAddressThatWasTheirsAlone_goes_andLeavesThePseudonym() {
        Item after = erased(event(STAFF, THEIRS, Map.of()));
        assertThat(after.optionalText("address")).isNull();
        assertThat(after.texts("contactIds")).containsExactly(PSEUDONYM);
    }

    @Test
    void ofTwoErasuresAtOneInstant_theLaterReadsAgain() {
        Item once = erased(event(CLIENT, null, Map.of(), "c1", "c2"));
        ErasedPerson second = new ErasedPerson(new ContactId("c2"), new ContactId("erased-y"), Set.of(), List.of());
        Write.Put put = (Write.Put) second.erase(once, NOW);
        assertThat(put.item().time("erasedAt")).isEqualTo(NOW.plusMillis(1));
        assertThat(put.condition()).isEqualTo(Condition.present().and(Condition.equal("erasedAt", NOW.toEpochMilli())));
    }

    private Item erased(Item event) {
        return ((Write.Put) person.erase(event, NOW)).item();
    }

    private static Item event(
            Actor actor, @Nullable Principal address, Map<String, String> detail, String... contacts) {
        Concerned concerned =
                new Concerned(Stream.of(contacts).map(ContactId::new).toList(), address);
        AuditEvent event = new AuditEvent(
                new FirmId("f"),
                THEN,
                AuditType.SIGN_IN_FAILED,
                Outcome.REFUSED,
                actor,
                concerned,
                new RequestSource("r-1", "192.0.2.1", null),
                detail);
        return ((Write.Put) AuditItem.create("id", event, END)).item();
    }
}
