package dev.latchkey.firm;

/**
 * What changes of settings have revoked for good: whatever was opened under an earlier version of the settings than
 * these, even if the firm goes back to a mode that would allow it. 0 for never.
 *
 * @param logins sessions of logins, and logins that wait for a second factor
 * @param signInLinks sessions of sign-in links, without a code
 * @param requestLinks sessions of request links, without a code
 */
public record RevocationVersions(long logins, long signInLinks, long requestLinks) {

    static final RevocationVersions NEVER = new RevocationVersions(0, 0, 0);

    /** Whether what was opened with this under these settings is revoked. */
    public boolean includes(AccessRequest accessRequest, long version) {
        return version
                < switch (accessRequest) {
                    case LOGIN_BEFORE_CODE, LOGIN_BEFORE_ENROLMENT, LOGIN_SESSION, LOGIN_SESSION_WITH_CODE -> logins;
                    case SIGN_IN_SESSION -> signInLinks;
                    case REQUEST_SESSION -> requestLinks;
                    default -> 0;
                };
    }

    /** After these settings take effect, under this version. */
    RevocationVersions after(PortalSettings next, long version) {
        return new RevocationVersions(
                ends(next, AccessRequest.LOGIN_SESSION) ? version : logins,
                ends(next, AccessRequest.SIGN_IN_SESSION) ? version : signInLinks,
                ends(next, AccessRequest.REQUEST_SESSION) ? version : requestLinks);
    }

    private static boolean ends(PortalSettings settings, AccessRequest session) {
        return AccessPolicy.of(settings, session, AccountState.ENROLLED) == AccessDecision.REFUSED;
    }
}
