package dev.latchkey.functions;

import dev.latchkey.audit.Origin;
import dev.latchkey.functions.http.DeviceDoor;
import dev.latchkey.functions.http.GivenDevice;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.SessionDoor;
import dev.latchkey.twofactor.ConfirmEnrolment;
import dev.latchkey.twofactor.VerifyOutcome;
import dev.latchkey.twofactor.VerifyTotp;

/** {@code POST /v1/totp/verify}: takes the code of a client's app, to let them in or to confirm the app. */
public final class VerifyTotpFunction extends HttpFunction {

    private final SessionDoor door;
    private final DeviceDoor devices;
    private final VerifyTotp verifying;
    private final ConfirmEnrolment confirming;

    public VerifyTotpFunction() {
        this(Latchkey.onLambda());
    }

    public VerifyTotpFunction(Latchkey latchkey) {
        this.door = latchkey.sessionDoor();
        this.devices = latchkey.deviceDoor();
        this.verifying = latchkey.twoFactor().verifyTotp();
        this.confirming = latchkey.twoFactor().confirmEnrolment();
    }

    @Override
    protected Reply handle(Request request) {
        GivenDevice device = devices.cookie(request);
        Origin origin = request.origin().by(device.orNull());
        VerifyOutcome outcome = Challenges.bearer(request)
                .map(token -> verifying.verify(token, CodeFields.code(request), origin))
                .orElseGet(() -> confirming.confirm(door.admitToEnrol(request), CodeFields.code(request), origin));
        return CodeReplies.of(request, outcome, device);
    }
}
