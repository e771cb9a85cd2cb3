package dev.latchkey.session;

import dev.latchkey.audit.RequestSource;
import dev.latchkey.contact.AddressBinding;
import dev.latchkey.contact.Email;
import dev.latchkey.firm.FirmId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link SessionIssuer} needs to open a session after a successful authentication.
 *
 * @param binding of the address or contact that was authenticated
 * @param amr what was proven, in order
 * @param marker the epoch and settings version under which it is opened
 * @param endsAt the absolute end of the session
 * @param familySecret the secret of its refresh tokens: 256 bits that are not stored
 * @param device the tag of the device; {@code null} where it has no secret
 */
public record NewSession(
        FirmId firm,
        Email email,
        AddressBinding binding,
        Scope scope,
        List<String> amr,
        RevocationMarker marker,
        Instant endsAt,
        String familySecret,
        RequestSource requestSource,
        @Nullable String device) {}
