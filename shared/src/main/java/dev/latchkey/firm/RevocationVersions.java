package dev.latchkey.firm;

/**
 * What changes of settings have ended for good: whatever was opened under an earlier version of the settings than these
 * has ended, also when the firm goes back to a mode that would let it stand. 0 for never.
 *
 * @param logins sessions of logins, and logins before their second factor
 * @param signInLinks sessions of sign-in links, without a code
 * @param requestLinks sessions of request links, without a code
 */
public record RevocationVersions(long logins, long signInLinks, long requestLinks) {

    static final RevocationVersions NEVER = new RevocationVersions(0, 0, 0);

    /** Whether it ended what this was opened with under these settings. */
    public boolean includes(AccessRequest accessRequest, long version) {
        return version
                < switch (accessRequest) {
                    case LOGIN_BEFORE_CODE, LOGIN_BEFORE_ENROLMENT, LOGIN_SESSION, LOGIN_SESSION_WITH_CODE -> logins;
                    case SIGN_IN_SESSION -> signInLinks;
                    case REQUEST_SESSION -> requestLinks;
                    default -> 0;
                };
    }

    /** Once these settings count, under this version. */
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
