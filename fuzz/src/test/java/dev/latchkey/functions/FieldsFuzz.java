package dev.latchkey.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.crypto.Randomness;
import dev.latchkey.firm.FirmId;
import dev.latchkey.functions.client.AddressFields;
import dev.latchkey.functions.client.CodeFields;
import dev.latchkey.functions.client.LinkFields;
import dev.latchkey.functions.client.PasswordFields;
import dev.latchkey.functions.http.DeviceSecretReader;
import dev.latchkey.functions.http.ProblemException;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.Sent;
import dev.latchkey.functions.link.SendLinkFields;
import dev.latchkey.functions.settings.PortalSettingsFields;
import dev.latchkey.functions.support.SupportRequestFields;
import dev.latchkey.fuzz.Foreign;
import dev.latchkey.settings.ChangeSettingsRequest;
import dev.latchkey.staff.Role;
import dev.latchkey.staff.StaffMember;
import dev.latchkey.staff.SupportRequest;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The body of each route: read whole into what the route is about, or refused as the client's fault. What staff write goes
 * into the trail, so it is Unicode.
 */
public final class FieldsFuzz {

    private static final StaffMember STAFF = new StaffMember(new FirmId("acme"), "s1", Set.of(Role.ADMIN));
    private static final DeviceSecretReader DEVICES = new DeviceSecretReader(List.of(), new Randomness());
    private static final List<Consumer<Request>> READERS = List.of(
            request -> AddressFields.of(request, DEVICES),
            request -> PasswordFields.credentials(request, DEVICES),
            request -> PasswordFields.choosing(request, DEVICES),
            PasswordFields::changing,
            CodeFields::secondFactor,
            CodeFields::fresh,
            CodeFields::both,
            LinkFields::token,
            LinkFields::accountToken,
            request -> LinkFields.renewing(request, DEVICES),
            request -> CodeFields.step(request, DEVICES),
            request -> CodeFields.recoveryStep(request, DEVICES),
            request -> LinkFields.redeeming(request, DEVICES),
            request -> judge(PortalSettingsFields.ofPreview(STAFF, request)),
            request -> SendLinkFields.of(STAFF, request),
            request -> judge(SupportRequestFields.of(STAFF, request, "invite")),
            request -> judge(SupportRequestFields.withReason(STAFF, request, "reset")));

    private FieldsFuzz() {}

    /** Bytes are a body, which every route reads. */
    public static void fuzzerTestOneInput(byte[] data) {
        Request request = Sent.body(data);
        for (Consumer<Request> reader : READERS) {
            try {
                reader.accept(request);
            } catch (ProblemException problemException) {
                Sent.assertRefused(problemException, 400, 413);
            }
        }
    }

    private static void judge(SupportRequest request) {
        String reason = request.reason();
        if (reason != null) {
            assertThat(reason.codePointCount(0, reason.length())).isBetween(3, 500);
            assertThat(Foreign.isUnicode(reason)).isTrue();
            assertThat(reason.chars()).noneMatch(c -> c == 0);
        }
    }

    private static void judge(ChangeSettingsRequest order) {
        Integer days = order.requestLinkDays();
        assertThat(days == null || (days >= 1 && days <= 30)).isTrue();
    }
}
