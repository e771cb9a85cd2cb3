package dev.latchkey.functions.client;

import dev.latchkey.accountlink.AccountToken;
import dev.latchkey.functions.http.DeviceSecretReader;
import dev.latchkey.functions.http.Fields;
import dev.latchkey.functions.http.GivenDevice;
import dev.latchkey.functions.http.OpaqueToken;
import dev.latchkey.functions.http.Request;
import dev.latchkey.magiclink.LinkId;
import dev.latchkey.magiclink.LinkToken;
import dev.latchkey.magiclink.TypedCode;
import java.util.Optional;
import java.util.function.Function;

/** The fields of the link routes. A token of valid form that isn't ours is unknown, not malformed. */
public final class LinkFields {

    /** What a device redeems. */
    public sealed interface Redeeming {

        GivenDevice device();

        record ByToken(Optional<LinkToken> token, GivenDevice device) implements Redeeming {}

        record ByCode(Optional<LinkId> link, TypedCode code, GivenDevice device) implements Redeeming {}
    }

    /** A link that is to be replaced by a new one. */
    public record Renewing<T>(Optional<T> token, GivenDevice device) {}

    private LinkFields() {}

    public static Renewing<LinkToken> renewing(Request request, DeviceSecretReader devices) {
        return renewing(request, devices, LinkToken::parse);
    }

    public static Renewing<AccountToken> renewingAccounts(Request request, DeviceSecretReader devices) {
        return renewing(request, devices, AccountToken::parse);
    }

    private static <T> Renewing<T> renewing(
            Request request, DeviceSecretReader devices, Function<String, Optional<T>> parser) {
        Fields fields = request.json();
        GivenDevice device = devices.optional(request, fields);
        var token = OpaqueToken.in(fields, "token");
        fields.end();
        return new Renewing<>(parser.apply(token.get().text()), device);
    }

    public static Optional<LinkToken> token(Request request) {
        Fields fields = request.json();
        var token = OpaqueToken.in(fields, "token");
        fields.end();
        return LinkToken.parse(token.get().text());
    }

    /** For set-up or reset links. */
    public static Optional<AccountToken> accountToken(Request request) {
        Fields fields = request.json();
        var token = OpaqueToken.in(fields, "token");
        fields.end();
        return AccountToken.parse(token.get().text());
    }

    /** A token, or a link's id with its typed code; not both. */
    public static Redeeming redeeming(Request request, DeviceSecretReader devices) {
        Fields fields = request.json();
        GivenDevice device = devices.required(request, fields);
        if (fields.has("linkId") || fields.has("code")) {
            var link = OpaqueToken.in(fields, "linkId");
            var code = fields.required("code", TypedCode::parse, "must be 8 letters and digits, as in the mail");
            fields.end();
            return new Redeeming.ByCode(LinkId.parse(link.get().text()), code.get(), device);
        }
        var token = OpaqueToken.in(fields, "token");
        fields.end();
        return new Redeeming.ByToken(LinkToken.parse(token.get().text()), device);
    }
}
