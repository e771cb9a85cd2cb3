package dev.latchkey.firm;

/**
 * The settings that a firm chooses for all of its clients.
 *
 * @param linksNeedSecondFactor whether a request link also needs a code. It applies if the mode requires a second
 *     factor, and is kept in the other modes.
 * @param requestLinkDays how many days a new request link can be opened, 1 to 30
 */
public record PortalSettings(AccessMode accessMode, boolean linksNeedSecondFactor, int requestLinkDays) {

    public static final int MOST_LINK_DAYS = 30;

    /** The defaults. */
    public static final PortalSettings DEFAULT =
            new PortalSettings(AccessMode.MAGIC_LINK_AND_LOGIN, false, MOST_LINK_DAYS);

    boolean requestLinksNeedCode() {
        return linksNeedSecondFactor && accessMode.demandsSecondFactor();
    }
}
