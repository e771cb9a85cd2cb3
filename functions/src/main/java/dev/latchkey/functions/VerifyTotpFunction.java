package dev.latchkey.functions;

import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.SessionDoor;
import dev.latchkey.twofactor.ConfirmEnrolment;
import dev.latchkey.twofactor.VerifyTotp;

/** {@code POST /v1/totp/verify}: takes the code of a client's app, to let them in or to confirm the app. */
public final class VerifyTotpFunction extends HttpFunction {

    private final SessionDoor door;
    private final VerifyTotp verifying;
    private final ConfirmEnrolment confirming;

    public VerifyTotpFunction() {
        this(Latchkey.onLambda());
    }

    public VerifyTotpFunction(Latchkey latchkey) {
        this.door = latchkey.sessionDoor();
        this.verifying = latchkey.twoFactor().verifyTotp();
        this.confirming = latchkey.twoFactor().confirmEnrolment();
    }

    @Override
    protected Reply handle(Request request) {
        return CodeReplies.of(
                request,
                Challenges.bearer(request)
                        .map(token -> verifying.verify(token, CodeFields.code(request), request.origin()))
                        .orElseGet(() -> confirming.confirm(
                                door.admitToEnrol(request), CodeFields.code(request), request.origin())));
    }
}
