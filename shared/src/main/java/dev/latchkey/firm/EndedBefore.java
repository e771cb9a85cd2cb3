package dev.latchkey.firm;

/**
 * What changes of settings have ended for good: whatever was opened under an earlier version of the settings than these
 * has ended, also when the firm goes back to a mode that would let it stand. 0 for never.
 *
 * @param logins sessions of logins, and logins before their second factor
 * @param signInLinks sessions of sign-in links, without a code
 * @param requestLinks sessions of request links, without a code
 */
public record EndedBefore(long logins, long signInLinks, long requestLinks) {

    static final EndedBefore NEVER = new EndedBefore(0, 0, 0);

    /** Whether it ended what this was opened with under these settings. */
    public boolean includes(Credential credential, long version) {
        return version
                < switch (credential) {
                    case LOGIN_BEFORE_CODE, LOGIN_BEFORE_ENROLMENT, LOGIN_SESSION, LOGIN_SESSION_WITH_CODE -> logins;
                    case SIGN_IN_SESSION -> signInLinks;
                    case REQUEST_SESSION -> requestLinks;
                    default -> 0;
                };
    }

    /** Once these settings count, under this version. */
    EndedBefore after(PortalSettings next, long version) {
        return new EndedBefore(
                ends(next, Credential.LOGIN_SESSION) ? version : logins,
                ends(next, Credential.SIGN_IN_SESSION) ? version : signInLinks,
                ends(next, Credential.REQUEST_SESSION) ? version : requestLinks);
    }

    private static boolean ends(PortalSettings settings, Credential session) {
        return AccessTable.of(settings, session, ClientState.ENROLLED) == Passage.REFUSED;
    }
}
