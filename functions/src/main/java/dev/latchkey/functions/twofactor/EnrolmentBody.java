package dev.latchkey.functions.twofactor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.functions.http.Bodies;
import dev.latchkey.totp.QrCode;
import dev.latchkey.twofactor.StartOutcome;

/** What a client needs to set up their app. */
final class EnrolmentBody {

    private EnrolmentBody() {}

    static ObjectNode of(StartOutcome.Started started) {
        return Bodies.object()
                .put("secret", started.secret().base32())
                .put("otpauthUri", started.uri())
                .put("qrSvg", QrCode.svg(started.uri()))
                .put("expiresAt", Bodies.time(started.endsAt()));
    }
}
