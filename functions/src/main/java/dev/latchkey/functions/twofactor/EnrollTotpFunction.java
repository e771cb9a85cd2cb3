package dev.latchkey.functions.twofactor;

import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.client.ChallengeReply;
import dev.latchkey.functions.client.CodeFields;
import dev.latchkey.functions.client.CodeReplies;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.SessionAuthorizer;
import dev.latchkey.session.ChallengeToken;
import dev.latchkey.twofactor.StartEnrolment;
import dev.latchkey.twofactor.StartOutcome;
import java.util.Optional;

/** {@code POST /v1/totp/enroll}: shows a client the secret for their app; it is pending until its first code. */
public final class EnrollTotpFunction extends HttpFunction {

    private final SessionAuthorizer authorizer;
    private final StartEnrolment starting;

    public EnrollTotpFunction() {
        this(Latchkey.onLambda());
    }

    public EnrollTotpFunction(Latchkey latchkey) {
        this.authorizer = latchkey.sessionAuthorizer();
        this.starting = new TwoFactorParts(latchkey.parts()).startEnrolment();
    }

    @Override
    protected Reply handle(Request request) {
        Optional<ChallengeToken> login = ChallengeReply.bearer(request);
        return switch (login.isPresent() ? within(login.get(), request) : anew(request)) {
            case StartOutcome.Started started -> Reply.ok(EnrolmentBody.of(started));
            case StartOutcome.Unproven(var why) -> CodeReplies.of(why);
            case StartOutcome.Over over -> Problem.INVALID_TOKEN.reply();
        };
    }

    private StartOutcome within(ChallengeToken token, Request request) {
        request.json().end();
        return starting.start(token);
    }

    private StartOutcome anew(Request request) {
        var caller = authorizer.admitToEnrol(request);
        var fresh = CodeFields.fresh(request);
        return starting.start(caller, fresh.password(), fresh.code(), request.requestSource());
    }
}
