package dev.latchkey.functions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.functions.http.Bodies;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.SessionDoor;
import dev.latchkey.session.LiveSession;
import dev.latchkey.twofactor.RenewRecoveryCodes;
import dev.latchkey.twofactor.RenewRecoveryCodes.Renewal;
import java.time.Duration;

/** {@code POST /v1/recovery-codes}: makes ten other recovery codes for a client who is in, by a fresh code. */
public final class RenewRecoveryCodesFunction extends HttpFunction {

    private final SessionDoor door;
    private final RenewRecoveryCodes renewing;

    public RenewRecoveryCodesFunction() {
        this(Latchkey.onLambda());
    }

    public RenewRecoveryCodesFunction(Latchkey latchkey) {
        this.door = latchkey.sessionDoor();
        this.renewing = latchkey.twoFactor().renewRecoveryCodes();
    }

    @Override
    protected Reply handle(Request request) {
        LiveSession caller = door.admitToPortal(request);
        return switch (renewing.renew(caller, CodeFields.code(request), request.origin())) {
            case Renewal.Renewed(var codes) -> {
                ObjectNode body = Bodies.object();
                CodeReplies.shown(body, codes);
                yield Reply.ok(body);
            }
            case Renewal.NotEnrolled none -> Problem.NOT_ENROLLED.reply();
            case Renewal.WrongCode wrongCode -> CodeReplies.wrong();
            case Renewal.Locked(Duration wait) -> CodeReplies.locked(wait);
            case Renewal.SessionEnded ended -> Problem.INVALID_TOKEN.reply();
        };
    }
}
