package dev.latchkey.functions.client;

import dev.latchkey.contact.Email;
import dev.latchkey.firm.FirmId;
import dev.latchkey.functions.http.DeviceSecretReader;
import dev.latchkey.functions.http.Fields;
import dev.latchkey.functions.http.GivenDevice;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.ProblemException;
import dev.latchkey.functions.http.Request;

/** An address typed on a firm's page. The reply reports a malformed one, never an unknown one. */
public record AddressFields(FirmId firm, Email email, GivenDevice device) {

    public static AddressFields of(Request request, DeviceSecretReader devices) {
        Fields fields = request.json();
        var email = fields.required("email", Email::parse, "must be an e-mail address");
        GivenDevice device = devices.optional(request, fields);
        fields.end();
        return new AddressFields(firm(request), email.get(), device);
    }

    public static FirmId firm(Request request) {
        return FirmId.parse(request.pathParameter("firmId")).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }
}
