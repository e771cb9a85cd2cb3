package dev.latchkey.firm;

/**
 * The access modes as one table: the decision for each credential, by the firm's settings and the state of the account.
 * Every route uses it, and nothing else decides by mode. The plan doesn't matter here: it limits what may be chosen,
 * never what is enforced. Docs/access-modes.md prints the table, and a test tries each cell over HTTP.
 */
public final class AccessPolicy {

    private AccessPolicy() {}

    /**
     * Whether the credential is turned off for everybody, so that nothing about the client needs to be known or shown.
     */
    public static boolean isOff(PortalSettings settings, AccessRequest accessRequest) {
        return accessRequest.part() != AccessRequest.Part.LINK
                && !settings.accessMode().allowsLogin();
    }

    /** The decision. Expiry, devices and wrong attempts are judged elsewhere. */
    public static AccessDecision of(PortalSettings settings, AccessRequest accessRequest, AccountState client) {
        if (isOff(settings, accessRequest)) {
            return accessRequest.part() == AccessRequest.Part.LOGIN ? AccessDecision.LOGIN_OFF : AccessDecision.REFUSED;
        }
        boolean demanded = settings.accessMode().demandsSecondFactor();
        boolean shutOut = client == AccountState.SHUT_OUT;
        return switch (accessRequest) {
            case SIGN_UP, FORGOTTEN_PASSWORD, SIGN_IN_LINK_ASKED -> AccessDecision.GRANTED;
            case SET_UP_LINK -> client == AccountState.NO_ACCOUNT ? unlessDemanded(demanded) : AccessDecision.REFUSED;
            case RESET_LINK -> granted(hasAccount(client));
            case PASSWORD -> password(demanded, client);
            case SIGN_IN_LINK -> link(demanded, client);
            case REQUEST_LINK -> settings.requestLinksNeedCode() ? link(true, client) : granted(!shutOut);
            case LOGIN_BEFORE_CODE, LINK_BEFORE_CODE -> granted(client == AccountState.ENROLLED);
            case LOGIN_BEFORE_ENROLMENT -> granted(client == AccountState.ACCOUNT);
            case LOGIN_SESSION -> hasAccount(client) ? unlessDemanded(demanded) : AccessDecision.REFUSED;
            case LOGIN_SESSION_WITH_CODE ->
                client == AccountState.ACCOUNT ? unlessDemanded(demanded) : granted(client == AccountState.ENROLLED);
            case SIGN_IN_SESSION -> granted(!shutOut && !demanded);
            case REQUEST_SESSION -> granted(!shutOut && !settings.requestLinksNeedCode());
            case SIGN_IN_SESSION_WITH_CODE, REQUEST_SESSION_WITH_CODE -> granted(!shutOut);
        };
    }

    private static AccessDecision password(boolean demanded, AccountState client) {
        return switch (client) {
            case ENROLLED -> AccessDecision.CODE;
            case ACCOUNT -> unlessDemanded(demanded);
            case NO_ACCOUNT, SHUT_OUT -> AccessDecision.REFUSED;
        };
    }

    private static AccessDecision link(boolean demanded, AccountState client) {
        return switch (client) {
            case ENROLLED -> AccessDecision.CODE;
            case ACCOUNT, NO_ACCOUNT -> demanded ? AccessDecision.ENROLMENT_REQUIRED : AccessDecision.GRANTED;
            case SHUT_OUT -> AccessDecision.REFUSED;
        };
    }

    private static boolean hasAccount(AccountState client) {
        return client == AccountState.ACCOUNT || client == AccountState.ENROLLED;
    }

    private static AccessDecision unlessDemanded(boolean demanded) {
        return demanded ? AccessDecision.ENROLMENT : AccessDecision.GRANTED;
    }

    private static AccessDecision granted(boolean so) {
        return so ? AccessDecision.GRANTED : AccessDecision.REFUSED;
    }
}
