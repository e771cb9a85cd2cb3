package dev.latchkey.magiclink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contact.Contact;
import dev.latchkey.contact.Contact.Standing;
import dev.latchkey.contact.ContactAddress;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.ContactType;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Holder;
import dev.latchkey.firm.FirmId;
import dev.latchkey.session.RequestId;
import dev.latchkey.session.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinkStateTest {

    private static final Instant END = Instant.parse("2026-12-24T12:00:00Z");
    private static final FirmId FIRM = new FirmId("acme");
    private static final ContactId CONTACT = new ContactId("c1");
    private static final Holder HOLDER = Holder.of(CONTACT);
    private static final Email EMAIL = Email.parse("c1@example.com").orElseThrow();
    private static final SessionId SESSION = new SessionId(HOLDER, "s".repeat(22));
    private static final LinkThread NOTHING_CLAIMED = new LinkThread(0, null);

    @Test
    void anUnopenedLink_isOpenUntilTheInstantOfItsEnd() {
        assertThat(state(link(1, null), END.minusMillis(1))).isEqualTo(LinkState.OPEN);
        assertThat(state(link(1, null), END)).isEqualTo(LinkState.EXPIRED);
    }

    @Test
    void aClaimedLink_outlivesItsUnopenedLife_untilTheInstantThatTheDevicesTimeEnds() {
        MagicLink claimed = link(1, new MagicLink.Claim("hash", END.plusSeconds(60), SESSION));
        assertThat(state(claimed, END.plusSeconds(59))).isEqualTo(LinkState.CLAIMED);
        assertThat(state(claimed, END.plusSeconds(60))).isEqualTo(LinkState.EXPIRED);
    }

    @Test
    void aLaterLink_supersedesOnlyOnceItIsClaimed() {
        assertThat(LinkState.of(link(1, null), new LinkThread(0, null), contact("g1", Standing.LIVE), at()))
                .isEqualTo(LinkState.OPEN);
        assertThat(LinkState.of(link(1, null), new LinkThread(2, SESSION), contact("g1", Standing.LIVE), at()))
                .isEqualTo(LinkState.SUPERSEDED);
        assertThat(LinkState.of(link(2, null), new LinkThread(1, SESSION), contact("g1", Standing.LIVE), at()))
                .isEqualTo(LinkState.OPEN);
    }

    @Test
    void aLinkSentLater_comesLater_alsoByTheSameMicrosecondAndByAClockThatIsBehind() {
        LinkThread fresh = new LinkThread(0, null);
        assertThat(fresh.next(END.plusNanos(1_000), 0)).isGreaterThan(fresh.next(END, LinkThread.TIES - 1));
        assertThat(fresh.next(END, 1)).isGreaterThan(fresh.next(END, 0));
        long ahead = fresh.next(END.plusSeconds(3600), 5);
        assertThat(new LinkThread(ahead, SESSION).next(END, 0)).isGreaterThan(ahead);
        assertThat(fresh.next(Instant.parse("2200-01-01T00:00:00Z"), 0)).isPositive();
    }

    @Test
    void aLinkWhoseAddressNoLongerStands_isExpired_whateverElseHolds() {
        assertThat(LinkState.of(link(1, null), NOTHING_CLAIMED, contact("g2", Standing.LIVE), at()))
                .isEqualTo(LinkState.EXPIRED);
        assertThat(LinkState.of(link(1, null), NOTHING_CLAIMED, contact("g1", Standing.ARCHIVED), at()))
                .isEqualTo(LinkState.EXPIRED);
        assertThat(LinkState.of(link(1, null), NOTHING_CLAIMED, contact("g1", Standing.DELETED), at()))
                .isEqualTo(LinkState.EXPIRED);
        assertThat(LinkState.of(link(1, null), NOTHING_CLAIMED, null, at())).isEqualTo(LinkState.EXPIRED);
    }

    @Test
    void aLinkIsOpenedByEachSecretThatMayBeInAMailbox_andByNoOther() {
        LinkId id = LinkId.of(FIRM, HOLDER, new RequestId("r1"), "r".repeat(22));
        LinkToken first = new LinkToken(id, "a".repeat(43));
        LinkToken second = new LinkToken(id, "b".repeat(43));
        MagicLink link = new MagicLink(
                id, CONTACT, EMAIL, "g1", new RequestId("r1"), 1, END, Set.of(first.hash(), second.hash()), null, null);
        assertThat(link.isOpenedBy(first)).isTrue();
        assertThat(link.isOpenedBy(second)).isTrue();
        assertThat(link.isOpenedBy(new LinkToken(id, "c".repeat(43)))).isFalse();
        assertThat(LinkToken.parse(first.text())).contains(first);
    }

    private static LinkState state(MagicLink link, Instant now) {
        return LinkState.of(link, NOTHING_CLAIMED, contact("g1", Standing.LIVE), now);
    }

    private static Instant at() {
        return END.minusSeconds(1);
    }

    private static MagicLink link(long sequence, MagicLink.@Nullable Claim claim) {
        LinkId id = LinkId.of(FIRM, HOLDER, new RequestId("r1"), "r".repeat(22));
        return new MagicLink(id, CONTACT, EMAIL, "g1", new RequestId("r1"), sequence, END, Set.of(), null, claim);
    }

    private static Contact contact(String generation, Standing standing) {
        List<ContactAddress> addresses = List.of(new ContactAddress(EMAIL, generation));
        return new Contact(FIRM, CONTACT, 1, "subject", standing, ContactType.PERSON, "C", addresses);
    }
}
