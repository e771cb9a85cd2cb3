package dev.latchkey.functions.session;

import dev.latchkey.functions.http.Fields;
import dev.latchkey.functions.http.OpaqueToken;
import dev.latchkey.functions.http.Request;
import dev.latchkey.session.RefreshToken;
import java.util.Optional;

/** The refresh token in the body of a refresh, or of a logout without a bearer. */
final class GivenRefreshToken {

    private GivenRefreshToken() {}

    /** Empty if it can't be ours. Refuses a body without it or with anything else. */
    static Optional<RefreshToken> in(Request request) {
        Fields fields = request.json();
        var token = OpaqueToken.in(fields, "refreshToken");
        fields.end();
        return RefreshToken.parse(token.get().text());
    }
}
