package dev.latchkey.functions;

import dev.latchkey.account.AccountToken;
import dev.latchkey.functions.http.Fields;
import dev.latchkey.functions.http.OpaqueToken;
import dev.latchkey.functions.http.Request;
import dev.latchkey.magiclink.DeviceSecret;
import dev.latchkey.magiclink.LinkId;
import dev.latchkey.magiclink.LinkToken;
import dev.latchkey.magiclink.TypedCode;
import java.util.Optional;

/** The fields of the link routes. A token that could be one but is none of ours is unknown, not malformed. */
final class LinkFields {

    /** What a device redeems. */
    sealed interface Redeeming {

        DeviceSecret device();

        record ByToken(Optional<LinkToken> token, DeviceSecret device) implements Redeeming {}

        record ByCode(Optional<LinkId> link, TypedCode code, DeviceSecret device) implements Redeeming {}
    }

    private LinkFields() {}

    static Optional<LinkToken> token(Request request) {
        Fields fields = request.json();
        var token = OpaqueToken.in(fields, "token");
        fields.end();
        return LinkToken.parse(token.get().text());
    }

    /** Of a set-up or reset link. */
    static Optional<AccountToken> accountToken(Request request) {
        Fields fields = request.json();
        var token = OpaqueToken.in(fields, "token");
        fields.end();
        return AccountToken.parse(token.get().text());
    }

    /** A token, or a link's id with the code typed for it; not both. */
    static Redeeming redeeming(Request request) {
        Fields fields = request.json();
        var device = fields.required("deviceSecret", DeviceSecret::parse, "must be 43 characters of base64url");
        if (fields.has("linkId") || fields.has("code")) {
            var link = OpaqueToken.in(fields, "linkId");
            var code = fields.required("code", TypedCode::parse, "must be 8 letters and digits, as in the mail");
            fields.end();
            return new Redeeming.ByCode(LinkId.parse(link.get().text()), code.get(), device.get());
        }
        var token = OpaqueToken.in(fields, "token");
        fields.end();
        return new Redeeming.ByToken(LinkToken.parse(token.get().text()), device.get());
    }
}
