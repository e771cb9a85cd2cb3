package dev.latchkey.functions.twofactor;

import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.client.ChallengeReply;
import dev.latchkey.functions.client.CodeFields;
import dev.latchkey.functions.client.CodeReplies;
import dev.latchkey.functions.http.DeviceSecretReader;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.session.ChallengeToken;
import dev.latchkey.twofactor.VerifyRecoveryCode;

/** {@code POST /v1/recovery-codes/verify}: signs a client in by a recovery code, or by one issued by staff. */
public final class VerifyRecoveryCodeFunction extends HttpFunction {

    private final DeviceSecretReader devices;
    private final VerifyRecoveryCode verifying;

    public VerifyRecoveryCodeFunction() {
        this(Latchkey.onLambda());
    }

    public VerifyRecoveryCodeFunction(Latchkey latchkey) {
        this.devices = latchkey.deviceSecretReader();
        this.verifying = new TwoFactorParts(latchkey.parts()).verifyRecoveryCode();
    }

    @Override
    protected Reply handle(Request request) {
        ChallengeToken login = ChallengeReply.only(request);
        var step = CodeFields.recoveryStep(request, devices);
        return CodeReplies.of(
                request, verifying.verify(login, step.code(), step.requestSource(request)), step.device());
    }
}
