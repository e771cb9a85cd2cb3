package dev.latchkey.firm;

/** Firms for tests of decisions. */
public final class Firms {

    private Firms() {}

    /** One that chose this mode, as its eighth change of settings. */
    public static Firm of(String id, String name, AccessMode mode) {
        return of(id, name, new PortalSettings(mode, false, 30));
    }

    public static Firm of(String id, String name, PortalSettings chosen) {
        return of(id, name, chosen, RevocationVersions.NEVER);
    }

    /** One whose changes ended what was opened before. */
    public static Firm of(String id, String name, PortalSettings chosen, RevocationVersions ended) {
        return new Firm(new FirmId(id), name, Plan.BUSINESS, new FirmSettings(chosen, 8, 8, ended, null, null, null));
    }
}
