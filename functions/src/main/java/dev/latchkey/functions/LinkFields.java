package dev.latchkey.functions;

import dev.latchkey.functions.http.Fields;
import dev.latchkey.functions.http.OpaqueToken;
import dev.latchkey.functions.http.Request;
import dev.latchkey.magiclink.DeviceSecret;
import dev.latchkey.magiclink.LinkToken;
import java.util.Optional;

/** The fields of the link routes. A token that could be one but is none of ours is unknown, not malformed. */
final class LinkFields {

    /** What a device redeems. */
    record Redeeming(Optional<LinkToken> token, DeviceSecret device) {}

    private LinkFields() {}

    static Optional<LinkToken> token(Request request) {
        Fields fields = request.json();
        var token = OpaqueToken.in(fields, "token");
        fields.end();
        return LinkToken.parse(token.get().text());
    }

    static Redeeming redeeming(Request request) {
        Fields fields = request.json();
        var token = OpaqueToken.in(fields, "token");
        var device = fields.required("deviceSecret", DeviceSecret::parse, "must be 43 characters of base64url");
        fields.end();
        return new Redeeming(LinkToken.parse(token.get().text()), device.get());
    }
}
