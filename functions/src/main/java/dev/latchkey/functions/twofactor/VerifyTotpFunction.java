package dev.latchkey.functions.twofactor;

import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.client.ChallengeReply;
import dev.latchkey.functions.client.CodeFields;
import dev.latchkey.functions.client.CodeReplies;
import dev.latchkey.functions.http.DeviceSecretReader;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.SessionAuthorizer;
import dev.latchkey.session.ChallengeToken;
import dev.latchkey.twofactor.ConfirmEnrolment;
import dev.latchkey.twofactor.VerifyTotp;

/** {@code POST /v1/totp/verify}: takes a code of a client's app, to sign them in or to confirm the app. */
public final class VerifyTotpFunction extends HttpFunction {

    private final SessionAuthorizer authorizer;
    private final DeviceSecretReader devices;
    private final VerifyTotp verifying;
    private final ConfirmEnrolment confirming;

    public VerifyTotpFunction() {
        this(Latchkey.onLambda());
    }

    public VerifyTotpFunction(Latchkey latchkey) {
        this.authorizer = latchkey.sessionAuthorizer();
        this.devices = latchkey.deviceSecretReader();
        this.verifying = new TwoFactorParts(latchkey.parts()).verifyTotp();
        this.confirming = new TwoFactorParts(latchkey.parts()).confirmEnrolment();
    }

    @Override
    protected Reply handle(Request request) {
        return ChallengeReply.bearer(request)
                .map(token -> verify(request, token))
                .orElseGet(() -> confirm(request));
    }

    private Reply verify(Request request, ChallengeToken token) {
        var step = CodeFields.step(request, devices);
        return CodeReplies.of(
                request, verifying.verify(token, step.code(), step.requestSource(request)), step.device());
    }

    private Reply confirm(Request request) {
        var caller = authorizer.admitToEnrol(request);
        var step = CodeFields.step(request, devices);
        return CodeReplies.of(
                request, confirming.confirm(caller, step.code(), step.requestSource(request)), step.device());
    }
}
