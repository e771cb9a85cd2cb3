package dev.latchkey.magiclink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contact.Address;
import dev.latchkey.contact.AddressBinding;
import dev.latchkey.contact.Addresses;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Principal;
import dev.latchkey.crypto.NotBefore;
import dev.latchkey.device.DeviceSecret;
import dev.latchkey.device.KnownDevices;
import dev.latchkey.firm.AccessMode;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.firm.Firms;
import dev.latchkey.magiclink.LinkReader.LinkContext;
import dev.latchkey.magiclink.LinkReader.PresentedLink;
import dev.latchkey.magiclink.RedeemDecision.Claim;
import dev.latchkey.magiclink.RedeemDecision.ComeBack;
import dev.latchkey.magiclink.RedeemDecision.Refuse;
import dev.latchkey.session.RequestId;
import dev.latchkey.session.Scope;
import dev.latchkey.session.SessionId;
import dev.latchkey.totp.Authenticator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RedeemDecisionTest {

    private static final Instant SENT = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant END = SENT.plusSeconds(600);
    private static final FirmId FIRM = new FirmId("acme");
    private static final Email EMAIL = Email.parse("c1@example.com").orElseThrow();
    private static final Principal HOLDER = Principal.of(FIRM, EMAIL);
    private static final AddressBinding BINDING = new AddressBinding("a1", null, "s1");
    private static final Scope REQUEST = Scope.of(new RequestId("r1"));
    private static final KnownDevices DEVICES = KnownDevices.read(KnownDevices.key(FIRM, HOLDER), null);
    private static final LinkDelivery SENDING = new LinkDelivery(SENT, "hash", "tag");
    private static final DeviceSecret DEVICE = new DeviceSecret("d".repeat(43));
    private static final DeviceSecret OTHER = new DeviceSecret("o".repeat(43));
    private static final Authenticator APP = new Authenticator("id", "sealed", SENT, 1, Map.of(), null);

    @Test
    void theFirstDevice_claimsTheLink_andItAloneMayComeBack() {
        for (Scope scope : List.of(REQUEST, Scope.REQUESTS)) {
            MagicLink.Claim claim = claim(scope);
            PresentedLink claimed = presented(scope, claim, AccessMode.MAGIC_LINK_AND_LOGIN, null, 0);
            PresentedLink fresh = presented(scope, null, AccessMode.MAGIC_LINK_AND_LOGIN, null, 0);
            assertThat(RedeemDecision.on(fresh, DEVICE, SENT)).isEqualTo(new Claim());
            assertThat(RedeemDecision.on(claimed, DEVICE, SENT)).isEqualTo(new ComeBack(claim));
            assertThat(RedeemDecision.on(claimed, OTHER, SENT))
                    .isEqualTo(new Refuse(new RedeemOutcome.ClaimedElsewhere()));
        }
    }

    @Test
    void aDeadLink_letsNobodyIn() {
        PresentedLink late = presented(Scope.REQUESTS, null, AccessMode.MAGIC_LINK_AND_LOGIN, null, 0);
        PresentedLink early = presented(Scope.REQUESTS, null, AccessMode.MAGIC_LINK_AND_LOGIN, null, 2);
        assertThat(RedeemDecision.on(late, DEVICE, END)).isEqualTo(new Refuse(new RedeemOutcome.Expired()));
        assertThat(RedeemDecision.on(early, DEVICE, SENT)).isEqualTo(new Refuse(new RedeemOutcome.Superseded()));
    }

    @Test
    void whereASecondFactorIsDemanded_aSignInLinkNeverLeadsToSettingOneUp() {
        AccessMode demanding = AccessMode.MAGIC_LINK_AND_LOGIN_2FA;
        Refuse refusal = new Refuse(new RedeemOutcome.EnrolmentRequired());
        assertThat(RedeemDecision.on(presented(Scope.REQUESTS, null, demanding, null, 0), DEVICE, SENT))
                .isEqualTo(refusal);
        assertThat(RedeemDecision.on(
                        presented(Scope.REQUESTS, claim(Scope.REQUESTS), demanding, null, 0), DEVICE, SENT))
                .isEqualTo(refusal);
        assertThat(RedeemDecision.on(presented(Scope.REQUESTS, null, demanding, APP, 0), DEVICE, SENT))
                .isEqualTo(new Claim());
        assertThat(RedeemDecision.on(presented(REQUEST, null, demanding, null, 0), DEVICE, SENT))
                .isEqualTo(new Claim());
    }

    private static MagicLink.Claim claim(Scope scope) {
        String tag = DEVICE.tag(LinkId.of(FIRM, HOLDER, scope, "r".repeat(22)).text());
        return new MagicLink.Claim(tag, END, new SessionId(HOLDER, "s".repeat(22)), true);
    }

    private static PresentedLink presented(
            Scope scope, MagicLink.@Nullable Claim claim, AccessMode mode, @Nullable Authenticator app, long floor) {
        LinkId id = LinkId.of(FIRM, HOLDER, scope, "r".repeat(22));
        DeliveryAddress to = new DeliveryAddress(EMAIL, BINDING);
        MagicLink link = new MagicLink(id, scope, to, 1, END, List.of(SENDING), 0, claim);
        Firm firm = Firms.of(FIRM.value(), "Acme", mode);
        Address address = Addresses.on(FIRM, EMAIL, "a1", "c1");
        LinkSeries series = new LinkSeries(floor, null, 0);
        return new PresentedLink(
                new LinkContext(
                        link, series, firm, address, app, new LinkReader.Epochs(0, 0), DEVICES, 0, NotBefore.NONE),
                SENDING);
    }
}
