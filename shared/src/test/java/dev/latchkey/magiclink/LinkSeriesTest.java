package dev.latchkey.magiclink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Principal;
import dev.latchkey.firm.FirmId;
import dev.latchkey.session.RequestId;
import dev.latchkey.session.Scope;
import dev.latchkey.session.SessionId;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemUpdate;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How links supersede each other, as it is read and written. */
class LinkSeriesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final FirmId FIRM = new FirmId("acme");
    private static final Principal HOLDER = Principal.of(new ContactId("c1"), FIRM, new Email("c1@example.com"));
    private static final SessionId SESSION = new SessionId(HOLDER, "s".repeat(22));
    private static final SessionId NEXT = new SessionId(HOLDER, "n".repeat(22));
    private static final LinkSeries FRESH = new LinkSeries(0, null, 0);
    private static final Scope REQUEST = Scope.of(new RequestId("r1"));
    private static final Key KEY = LinkId.threadKey(FIRM, HOLDER, REQUEST);
    private static final LinkDelivery SENDING = new LinkDelivery(NOW, "hash", "tag");
    private static final Condition FLOOR = Condition.missing("floor").or(Condition.atMost("floor", 7));

    @Test
    void aThread_isReadAsItStands_andBeforeItsFirstWriteNothingIsSuperseded() {
        Item item =
                Item.at(KEY).number("floor", 4).text("session", SESSION.text()).build();
        assertThat(LinkSeries.of(item)).isEqualTo(new LinkSeries(4, SESSION, 0));
        assertThat(LinkSeries.of(Item.at(KEY).build())).isEqualTo(FRESH);
        assertThat(LinkSeries.of(null)).isEqualTo(FRESH);
    }

    @Test
    void theNextLink_comesAfterTheFloor() {
        long far = FRESH.next(NOW.plus(Duration.ofDays(1)), 0);
        assertThat(new LinkSeries(far, null, 0).next(NOW, 3)).isEqualTo(far + 4);
    }

    @Test
    void aClaim_movesTheFloorUp_andLosesWhereTheThreadMovedOn() {
        ItemUpdate claimed = ItemUpdate.none().set("floor", 7).set("session", NEXT.text());
        assertThat(FRESH.claim(link(), NEXT)).isEqualTo(Write.update(KEY, claimed, Condition.missing("session")));
        assertThat(new LinkSeries(4, SESSION, 0).claim(link(), NEXT))
                .isEqualTo(Write.update(KEY, claimed, Condition.equal("session", SESSION.text())));
    }

    @Test
    void anotherSessionOfTheSameDevice_losesWhereAnotherDeviceClaimedALink() {
        assertThat(LinkSeries.replaceSession(link().id(), SESSION, NEXT))
                .isEqualTo(Write.update(
                        KEY,
                        ItemUpdate.none().set("session", NEXT.text()),
                        Condition.equal("session", SESSION.text())));
    }

    @Test
    void aClaimOfASignInLink_movesTheFloorAboveAllThatWereAskedForUntilThen_andLosesWhereAnotherWasClaimed() {
        long above = FRESH.next(NOW, LinkSeries.TIES);
        ItemUpdate claimed =
                ItemUpdate.none().set("floor", above).set("claimed", 7L).timeToLive(NOW.plus(Duration.ofDays(7)));
        assertThat(FRESH.claimSignIn(link(), NOW)).isEqualTo(Write.update(KEY, claimed, FLOOR));
        assertThat(new LinkSeries(above, null, 0).supersedes(link())).isTrue();
        assertThat(above).isGreaterThan(FRESH.next(NOW, LinkSeries.TIES - 1));
    }

    /** Link and thread may be read from before and after its claim. */
    @Test
    void theSignInLinkThatWasClaimedLast_isNotSuperseded_alsoWhereItIsNotSeenToBeClaimed() {
        LinkId id = LinkId.of(FIRM, HOLDER, Scope.REQUESTS, "r".repeat(22));
        MagicLink signIn = new MagicLink(id, Scope.REQUESTS, null, 7, NOW, List.of(SENDING), 0, null);
        assertThat(new LinkSeries(99, null, 7).supersedes(signIn)).isFalse();
        assertThat(new LinkSeries(99, null, 8).supersedes(signIn)).isTrue();
    }

    private static MagicLink link() {
        LinkId id = LinkId.of(FIRM, HOLDER, REQUEST, "r".repeat(22));
        return new MagicLink(id, REQUEST, null, 7, NOW, List.of(SENDING), 0, null);
    }
}
