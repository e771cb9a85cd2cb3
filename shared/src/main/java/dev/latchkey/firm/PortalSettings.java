package dev.latchkey.firm;

/**
 * What a firm chooses for all of its clients.
 *
 * @param linksNeedSecondFactor whether a request link is not enough without a code either. It counts where the mode demands
 *     one at all, and is kept in the other modes.
 * @param requestLinkDays how many days a new request link may stay unopened, 1 to 30
 */
public record PortalSettings(AccessMode accessMode, boolean linksNeedSecondFactor, int requestLinkDays) {

    public static final int MOST_LINK_DAYS = 30;

    /** Of a firm that never chose. */
    public static final PortalSettings DEFAULT =
            new PortalSettings(AccessMode.MAGIC_LINK_AND_LOGIN, false, MOST_LINK_DAYS);

    boolean requestLinksNeedCode() {
        return linksNeedSecondFactor && accessMode.demandsSecondFactor();
    }
}
