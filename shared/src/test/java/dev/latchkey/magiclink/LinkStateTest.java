package dev.latchkey.magiclink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contact.Address;
import dev.latchkey.contact.AddressBinding;
import dev.latchkey.contact.AddressOnContact;
import dev.latchkey.contact.Addresses;
import dev.latchkey.contact.Contact;
import dev.latchkey.contact.Contact.State;
import dev.latchkey.contact.ContactAddress;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.ContactProfile;
import dev.latchkey.contact.ContactType;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Principal;
import dev.latchkey.contact.Recipient;
import dev.latchkey.crypto.NotBefore;
import dev.latchkey.device.KnownDevices;
import dev.latchkey.firm.AccessMode;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.firm.Firms;
import dev.latchkey.magiclink.LinkReader.LinkContext;
import dev.latchkey.session.RequestId;
import dev.latchkey.session.Scope;
import dev.latchkey.session.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinkStateTest {

    private static final Instant END = Instant.parse("2026-12-24T12:00:00Z");
    private static final Instant SENT = Instant.parse("2026-11-24T12:00:00Z");
    private static final FirmId FIRM_ID = new FirmId("acme");
    private static final Firm FIRM = Firms.of(FIRM_ID.value(), "Acme", AccessMode.MAGIC_LINK_AND_LOGIN);
    private static final ContactId CONTACT = new ContactId("c1");
    private static final Email EMAIL = Email.parse("c1@example.com").orElseThrow();
    private static final Principal ADDRESS = Principal.of(FIRM_ID, EMAIL);
    private static final Principal ON_CONTACT = Principal.of(CONTACT, FIRM_ID, EMAIL);
    private static final Scope REQUEST = Scope.of(new RequestId("r1"));
    private static final SessionId SESSION = new SessionId(ON_CONTACT, "s".repeat(22));
    private static final LinkSeries FRESH = new LinkSeries(0, null, 0);
    private static final KnownDevices DEVICES = KnownDevices.read(KnownDevices.key(FIRM_ID, ADDRESS), null);
    private static final LinkDelivery SENDING = new LinkDelivery(SENT, "hash", "tag");

    @Test
    void anUnopenedRequestLink_isOpenUntilTheInstantOfItsEnd() {
        assertThat(state(request(0, null), END.minusMillis(1))).isEqualTo(LinkState.OPEN);
        assertThat(state(request(0, null), END)).isEqualTo(LinkState.EXPIRED);
    }

    @Test
    void anUnopenedSignInLink_isOpenForTenMinutesFromItsOwnSending() {
        assertThat(state(signIn(0, null), SENT.plusSeconds(600).minusMillis(1))).isEqualTo(LinkState.OPEN);
        assertThat(state(signIn(0, null), SENT.plusSeconds(600))).isEqualTo(LinkState.EXPIRED);
        LinkDelivery again = new LinkDelivery(SENT.plusSeconds(300), "hash2", "tag2");
        LinkContext context = context(signIn(0, null), FRESH, address("a1"));
        assertThat(LinkState.of(context, again, SENT.plusSeconds(899))).isEqualTo(LinkState.OPEN);
        assertThat(LinkState.of(context, again, SENT.plusSeconds(900))).isEqualTo(LinkState.EXPIRED);
    }

    @Test
    void aClaimedLink_outlivesItsUnopenedLife_untilTheInstantThatTheDevicesTimeEnds() {
        MagicLink claimed = request(0, new MagicLink.Claim("hash", END.plusSeconds(60), SESSION, true));
        assertThat(state(claimed, END.plusSeconds(59))).isEqualTo(LinkState.CLAIMED);
        assertThat(state(claimed, END.plusSeconds(60))).isEqualTo(LinkState.EXPIRED);
    }

    @Test
    void anUnopenedLinkBelowTheFloorOfItsThread_isSuperseded_andNoneAtIt() {
        for (MagicLink link : List.of(request(0, null), signIn(0, null))) {
            Recipient recipient = link.isSignIn() ? address("a1") : contact("g1", State.LIVE);
            assertThat(LinkState.of(context(link, new LinkSeries(2, null, 0), recipient), SENDING, SENT))
                    .isEqualTo(LinkState.SUPERSEDED);
            assertThat(LinkState.of(context(link, new LinkSeries(1, null, 0), recipient), SENDING, SENT))
                    .isEqualTo(LinkState.OPEN);
        }
    }

    @Test
    void aSignInLinkThatWasOpened_isItsDevicesForItsTenMinutes_whateverIsOpenedLater_andARequestLinkIsNot() {
        MagicLink.Claim claim = new MagicLink.Claim("hash", SENT.plusSeconds(600), SESSION, true);
        LinkSeries later = new LinkSeries(2, null, 0);
        LinkContext signIn = context(signIn(0, claim), later, address("a1"));
        assertThat(LinkState.of(signIn, SENDING, SENT.plusSeconds(599))).isEqualTo(LinkState.CLAIMED);
        assertThat(LinkState.of(signIn, SENDING, SENT.plusSeconds(600))).isEqualTo(LinkState.EXPIRED);
        LinkContext gone = context(signIn(0, claim), later, address("a2"));
        LinkContext request = context(request(0, claim), later, contact("g1", State.LIVE));
        assertThat(LinkState.of(gone, SENDING, SENT)).isEqualTo(LinkState.EXPIRED);
        assertThat(LinkState.of(request, SENDING, SENT)).isEqualTo(LinkState.SUPERSEDED);
    }

    @Test
    void fiveWrongCodes_killALinkThatNobodyOpened_andNoOther() {
        assertThat(state(request(4, null), SENT)).isEqualTo(LinkState.OPEN);
        assertThat(state(request(5, null), SENT)).isEqualTo(LinkState.EXPIRED);
        assertThat(state(signIn(5, null), SENT)).isEqualTo(LinkState.EXPIRED);
        assertThat(state(request(5, new MagicLink.Claim("hash", END, SESSION, true)), SENT))
                .isEqualTo(LinkState.CLAIMED);
    }

    @Test
    void aLinkSentLater_comesLater_alsoByTheSameMicrosecondAndByAClockThatIsBehind() {
        assertThat(FRESH.next(END.plusNanos(1_000), 0)).isGreaterThan(FRESH.next(END, LinkSeries.TIES - 1));
        assertThat(FRESH.next(END, 1)).isGreaterThan(FRESH.next(END, 0));
        long ahead = FRESH.next(END.plusSeconds(3600), 5);
        assertThat(new LinkSeries(ahead, SESSION, 0).next(END, 0)).isGreaterThan(ahead);
        assertThat(FRESH.next(Instant.parse("2200-01-01T00:00:00Z"), 0)).isPositive();
    }

    @Test
    void aLinkWhoseAddressNoLongerStands_isExpired_whateverElseHolds() {
        Stream.of(
                        contact("g2", State.LIVE),
                        contact("g1", State.ARCHIVED),
                        contact("g1", State.DELETED),
                        new AddressOnContact(null, address("a1")),
                        new AddressOnContact(contact("g1"), address("a2")),
                        new AddressOnContact(contact("g1"), Addresses.unused(FIRM_ID, EMAIL)))
                .forEach(gone -> assertThat(LinkState.of(context(request(0, null), FRESH, gone), SENDING, SENT))
                        .isEqualTo(LinkState.EXPIRED));
        assertThat(LinkState.of(context(signIn(0, null), FRESH, address("a2")), SENDING, SENT))
                .isEqualTo(LinkState.EXPIRED);
    }

    @Test
    void aLinkIsOpenedByEachSecretThatMayBeInAMailbox_andByNoOther() {
        LinkId id = LinkId.of(FIRM_ID, ADDRESS, REQUEST, "r".repeat(22));
        LinkToken first = new LinkToken(id, "a".repeat(43));
        LinkToken second = new LinkToken(id, "b".repeat(43));
        List<LinkDelivery> deliveries = List.of(
                new LinkDelivery(SENT, first.hash(), "t1"), new LinkDelivery(SENT.plusSeconds(1), second.hash(), "t2"));
        MagicLink link = new MagicLink(id, REQUEST, to("g1"), 1, END, deliveries, 0, null);
        assertThat(link.deliveryOf(first)).contains(deliveries.getFirst());
        assertThat(link.deliveryOf(second)).contains(deliveries.getLast());
        assertThat(link.deliveryOf(new LinkToken(id, "c".repeat(43)))).isEmpty();
        assertThat(LinkToken.parse(first.text())).contains(first);
        assertThat(LinkDelivery.read(deliveries.getFirst().text())).isEqualTo(deliveries.getFirst());
    }

    private static LinkState state(MagicLink link, Instant now) {
        Recipient recipient = link.isSignIn() ? address("a1") : contact("g1", State.LIVE);
        return LinkState.of(context(link, FRESH, recipient), SENDING, now);
    }

    private static LinkContext context(MagicLink link, LinkSeries series, Recipient recipient) {
        return new LinkContext(
                link, series, FIRM, recipient, null, new LinkReader.Epochs(0, 0), DEVICES, 0, NotBefore.NONE);
    }

    private static MagicLink request(long wrongCodes, MagicLink.@Nullable Claim claim) {
        LinkId id = LinkId.of(FIRM_ID, ON_CONTACT, REQUEST, "r".repeat(22));
        return new MagicLink(id, REQUEST, to("g1"), 1, END, List.of(SENDING), wrongCodes, claim);
    }

    private static MagicLink signIn(long wrongCodes, MagicLink.@Nullable Claim claim) {
        LinkId id = LinkId.of(FIRM_ID, ADDRESS, Scope.REQUESTS, "r".repeat(22));
        return new MagicLink(id, Scope.REQUESTS, to(null), 1, END, List.of(SENDING), wrongCodes, claim);
    }

    private static DeliveryAddress to(@Nullable String onContact) {
        return new DeliveryAddress(EMAIL, new AddressBinding("a1", onContact, "subject"));
    }

    private static AddressOnContact contact(String generation, State state) {
        return new AddressOnContact(on(generation, state), address("a1"));
    }

    private static Contact contact(String generation) {
        return on(generation, State.LIVE);
    }

    private static Contact on(String generation, State state) {
        List<ContactAddress> addresses = List.of(new ContactAddress(EMAIL, generation, SENT));
        return new Contact(
                FIRM_ID,
                CONTACT,
                1,
                "subject",
                state,
                new ContactProfile(ContactType.PERSON, "C", List.of()),
                addresses,
                List.of(),
                0);
    }

    private static Address address(String generation) {
        return Addresses.on(FIRM_ID, EMAIL, generation, CONTACT.value());
    }
}
