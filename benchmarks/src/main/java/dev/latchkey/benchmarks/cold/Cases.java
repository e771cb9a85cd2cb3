package dev.latchkey.benchmarks.cold;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The event that each function is started with: one that does what the function is for. */
final class Cases {

    private static final String TEXT = """
            AuditTamperingFunction/changed
            ChangePasswordFunction/right
            ChangePortalSettingsFunction/change
            DeactivateAccessFunction/deactivate
            DefaultRouteFunction/preflight
            DirectorySyncFunction/person
            EndAllSessionsFunction/end
            EndSessionFunction/own
            EnrollTotpFunction/in-login
            EraseFunction/contact-erased
            ForgotPasswordFunction/known
            GetJwksFunction/get
            GetMeFunction/me
            GetOpenIdConfigurationFunction/get
            GetPortalAccessFunction/get
            GetPortalFunction/get
            GetPortalSettingsFunction/get
            InspectMagicLinkFunction/open
            InspectResetLinkFunction/open
            InspectSetUpLinkFunction/open
            InviteContactFunction/invite
            InviteContactsFunction/named
            IssueTemporaryCodeFunction/issue
            ListAuditEventsFunction/list
            ListPortalAccessFunction/list
            ListSessionsFunction/list
            LogInFunction/right
            LogoutFunction/end
            MailFeedbackFunction/bounce-event
            MailSenderFunction/sent-already
            PreviewPortalSettingsFunction/with-version
            ReactivateAccessFunction/reactivate
            RedeemMagicLinkFunction/open
            RefreshSessionFunction/refresh
            RemoveTotpFunction/right
            RenewMagicLinkFunction/renew
            RenewRecoveryCodesFunction/right
            RenewSetUpLinkFunction/renew
            RequestSignInLinkFunction/ask
            ResetAccessFunction/reset
            ResetPasswordFunction/open
            ResumeMailFunction/resume
            SendRequestLinkFunction/send
            SetUpAccountFunction/open
            SignUpFunction/known
            UnlockAccessFunction/locked
            VerifyRecoveryCodeFunction/right
            VerifyTotpFunction/right
            """;

    private static final Map<String, Passwords> PASSWORDS = Map.of(
            "ChangePasswordFunction", new Passwords(2, true),
            "LogInFunction", new Passwords(1, false),
            "RemoveTotpFunction", new Passwords(1, false),
            "ResetPasswordFunction", new Passwords(1, true),
            "SetUpAccountFunction", new Passwords(1, true));

    private Cases() {}

    /** What the event makes the function do with passwords, where it does anything. */
    static Optional<Passwords> passwords(String function) {
        return Optional.ofNullable(PASSWORDS.get(function));
    }

    /** Paths of event files by function. */
    static Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        TEXT.lines().forEach(path -> all.put(path.substring(0, path.indexOf('/')), path + ".json"));
        return all;
    }
}
