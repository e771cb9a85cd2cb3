package dev.latchkey.firm;

/**
 * The access modes as one table: how far each credential gets, by what the firm chose and who the client is. Every route
 * asks here, and nothing else decides by mode. The plan is not asked: it decides what may be chosen, never what is
 * enforced. Docs/access-modes.md prints the table, and a test tries each cell over HTTP.
 */
public final class AccessTable {

    private AccessTable() {}

    /** Whether the credential is off for everybody, so that nothing about the client needs to be known, or shown. */
    public static boolean isOff(PortalSettings settings, Credential credential) {
        return credential.part() != Credential.Part.LINK
                && !settings.accessMode().allowsLogin();
    }

    /** How far it gets. What time, devices and wrong tries do to it besides is not the settings' matter. */
    public static Passage of(PortalSettings settings, Credential credential, ClientState client) {
        if (isOff(settings, credential)) {
            return credential.part() == Credential.Part.LOGIN ? Passage.LOGIN_OFF : Passage.REFUSED;
        }
        boolean demanded = settings.accessMode().demandsSecondFactor();
        boolean shutOut = client == ClientState.SHUT_OUT;
        return switch (credential) {
            case SIGN_UP, FORGOTTEN_PASSWORD, SIGN_IN_LINK_ASKED -> Passage.GRANTED;
            case SET_UP_LINK -> client == ClientState.NO_ACCOUNT ? unlessDemanded(demanded) : Passage.REFUSED;
            case RESET_LINK -> granted(hasAccount(client));
            case PASSWORD -> password(demanded, client);
            case SIGN_IN_LINK -> link(demanded, client);
            case REQUEST_LINK -> settings.requestLinksNeedCode() ? link(true, client) : granted(!shutOut);
            case LOGIN_BEFORE_CODE, LINK_BEFORE_CODE -> granted(client == ClientState.ENROLLED);
            case LOGIN_BEFORE_ENROLMENT -> granted(client == ClientState.ACCOUNT);
            case LOGIN_SESSION -> hasAccount(client) ? unlessDemanded(demanded) : Passage.REFUSED;
            case LOGIN_SESSION_WITH_CODE ->
                client == ClientState.ACCOUNT ? unlessDemanded(demanded) : granted(client == ClientState.ENROLLED);
            case SIGN_IN_SESSION -> granted(!shutOut && !demanded);
            case REQUEST_SESSION -> granted(!shutOut && !settings.requestLinksNeedCode());
            case SIGN_IN_SESSION_WITH_CODE, REQUEST_SESSION_WITH_CODE -> granted(!shutOut);
        };
    }

    private static Passage password(boolean demanded, ClientState client) {
        return switch (client) {
            case ENROLLED -> Passage.CODE;
            case ACCOUNT -> unlessDemanded(demanded);
            case NO_ACCOUNT, SHUT_OUT -> Passage.REFUSED;
        };
    }

    private static Passage link(boolean demanded, ClientState client) {
        return switch (client) {
            case ENROLLED -> Passage.CODE;
            case ACCOUNT, NO_ACCOUNT -> demanded ? Passage.ENROLMENT_REQUIRED : Passage.GRANTED;
            case SHUT_OUT -> Passage.REFUSED;
        };
    }

    private static boolean hasAccount(ClientState client) {
        return client == ClientState.ACCOUNT || client == ClientState.ENROLLED;
    }

    private static Passage unlessDemanded(boolean demanded) {
        return demanded ? Passage.ENROLMENT : Passage.GRANTED;
    }

    private static Passage granted(boolean so) {
        return so ? Passage.GRANTED : Passage.REFUSED;
    }
}
