package dev.latchkey.local.aws.ses;

/** What mail goes out by on a laptop: the names that the template's parameters and resources stand for. */
public final class MailNames {
    public static final String DOMAIN = "latchkey.test";
    public static final String FROM = "portal@" + DOMAIN;
    /** The configuration set. */
    public static final String RULES = "latchkey-mail";

    private MailNames() {}
}
