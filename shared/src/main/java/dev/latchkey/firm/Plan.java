package dev.latchkey.firm;

/** What the firm pays for, as the practice application says. No route of ours can change it. */
public enum Plan {
    TEAM,
    BUSINESS,
    ENTERPRISE
}
