package dev.latchkey.session;

import dev.latchkey.audit.RequestSource;
import dev.latchkey.contact.AddressBinding;
import dev.latchkey.contact.Email;
import dev.latchkey.firm.FirmId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a way in has proven, for a session to be opened on it.
 *
 * @param binding of whom it was proven
 * @param amr what was proven, in order
 * @param marker what it is opened under
 * @param endsAt the absolute end of the session
 * @param familySecret the secret of its refresh tokens: 256 bits that only the client can have again
 * @param device the tag of the one that it begins on; {@code null} where that showed no secret
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
