package dev.latchkey.functions;

import dev.latchkey.access.InviteContact;
import dev.latchkey.account.AccountEvents;
import dev.latchkey.account.AccountMail;
import dev.latchkey.account.AdmitLogin;
import dev.latchkey.account.ChangePassword;
import dev.latchkey.account.DeliverAccountLink;
import dev.latchkey.account.DeliverNotice;
import dev.latchkey.account.InvitationWrites;
import dev.latchkey.account.LogIn;
import dev.latchkey.account.PasswordHashing;
import dev.latchkey.account.PasswordRules;
import dev.latchkey.account.PasswordStep;
import dev.latchkey.account.PortalSessions;
import dev.latchkey.account.RefuseLogin;
import dev.latchkey.account.RequestAccountLink;
import dev.latchkey.account.ResetPassword;
import dev.latchkey.account.SetUpAccount;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.contact.SyncContact;
import dev.latchkey.crypto.Argon2id;
import dev.latchkey.crypto.HashingTurns;
import dev.latchkey.crypto.Kms;
import dev.latchkey.crypto.PublishedKeys;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.feedback.MarkUndeliverable;
import dev.latchkey.feedback.ResumeMail;
import dev.latchkey.firm.SyncFirm;
import dev.latchkey.functions.http.CookieDoor;
import dev.latchkey.functions.http.SessionDoor;
import dev.latchkey.functions.http.StaffDoor;
import dev.latchkey.magiclink.DeliverLink;
import dev.latchkey.magiclink.InspectLink;
import dev.latchkey.magiclink.LinkCodes;
import dev.latchkey.magiclink.LinkMail;
import dev.latchkey.magiclink.RedeemCode;
import dev.latchkey.magiclink.RedeemLink;
import dev.latchkey.magiclink.RenewLink;
import dev.latchkey.magiclink.RequestSignInLink;
import dev.latchkey.magiclink.SendRequestLink;
import dev.latchkey.magiclink.SentWrites;
import dev.latchkey.mail.Dispatch;
import dev.latchkey.mail.MailService;
import dev.latchkey.mail.Outbox;
import dev.latchkey.session.AuthenticateSession;
import dev.latchkey.session.EndSession;
import dev.latchkey.session.EndSessions;
import dev.latchkey.session.ListSessions;
import dev.latchkey.session.LogOutByToken;
import dev.latchkey.session.RefreshSession;
import dev.latchkey.session.SessionIssuer;
import dev.latchkey.session.TokenIssuer;
import dev.latchkey.staff.AuthenticateStaff;
import dev.latchkey.store.AwsConnection;
import dev.latchkey.store.Table;
import java.time.Clock;
import java.util.Map;

/**
 * The composition root, by hand. Each part is built when a function first asks for it, so that no function pays for a
 * client or a key that it doesn't use. Clock and environment come in here and nowhere else.
 */
public final class Latchkey {

    private final Settings settings;
    private final Clock clock;
    private final Randomness randomness = new Randomness();
    private final AuditTrail audit = new AuditTrail(randomness);
    private final Lazy<AwsConnection> aws;
    private final Lazy<Table> table;
    private final Lazy<Kms> kms;
    private final Lazy<PublishedKeys> publishedKeys;
    private final Lazy<SessionIssuer> sessionIssuer;
    private final Lazy<StaffDoor> staffDoor;

    public Latchkey(Map<String, String> environment, Clock clock) {
        this.settings = new Settings(environment);
        this.clock = clock;
        this.aws = new Lazy<>(() -> new AwsConnection(environment));
        this.table = new Lazy<>(() -> Table.connect(aws.get(), settings.table()));
        this.kms = new Lazy<>(() -> Kms.connect(aws.get()));
        this.publishedKeys = new Lazy<>(() -> new PublishedKeys(kms.get(), clock, settings.publishedKeys()));
        this.sessionIssuer =
                new Lazy<>(() -> new SessionIssuer(kms.get(), settings.signingKey(), settings.issuer(), randomness));
        this.staffDoor = new Lazy<>(() -> new StaffDoor(new AuthenticateStaff(settings.staffIssuer(), clock)));
    }

    /** As it is on Lambda. */
    static Latchkey onLambda() {
        return new Latchkey(System.getenv(), Clock.systemUTC());
    }

    SyncFirm syncFirm() {
        return new SyncFirm(table.get());
    }

    SyncContact syncContact() {
        return new SyncContact(table.get(), randomness);
    }

    StaffDoor staffDoor() {
        return staffDoor.get();
    }

    SessionDoor sessionDoor() {
        return new SessionDoor(new AuthenticateSession(publishedKeys.get(), settings.issuer(), table.get(), clock));
    }

    CookieDoor cookieDoor() {
        return new CookieDoor(settings.allowedOrigins());
    }

    SendRequestLink sendRequestLink() {
        return new SendRequestLink(table.get(), randomness, audit, clock);
    }

    RequestSignInLink requestSignInLink() {
        return new RequestSignInLink(table.get(), randomness, clock);
    }

    RenewLink renewLink() {
        return new RenewLink(table.get(), randomness, audit, clock);
    }

    MarkUndeliverable markUndeliverable() {
        return new MarkUndeliverable(table.get(), audit, clock);
    }

    ResumeMail resumeMail() {
        return new ResumeMail(table.get(), audit, clock);
    }

    InspectLink inspectLink() {
        return new InspectLink(table.get(), clock);
    }

    RedeemLink redeemLink() {
        return new RedeemLink(table.get(), sessionIssuer.get(), audit, clock);
    }

    RedeemCode redeemCode(RedeemLink redeeming) {
        return new RedeemCode(table.get(), linkCodes(), redeeming, audit, clock);
    }

    private LinkCodes linkCodes() {
        return new LinkCodes(kms.get(), settings.codesKey());
    }

    RefreshSession refreshSession() {
        return new RefreshSession(table.get(), sessionIssuer.get(), audit, clock);
    }

    EndSession endSession() {
        return new EndSession(table.get(), audit, clock);
    }

    LogOutByToken logOutByToken() {
        return new LogOutByToken(table.get(), audit, clock);
    }

    PublishedKeys publishedKeys() {
        return publishedKeys.get();
    }

    Outbox outbox() {
        return new Outbox(table.get());
    }

    MailDelivery mailDelivery() {
        MailService mail = MailService.connect(aws.get(), settings.mail());
        LinkMail words = new LinkMail(settings.portal());
        AccountMail accountWords = new AccountMail(settings.portal());
        Dispatch dispatch = new Dispatch(table.get(), mail, clock);
        return new MailDelivery(
                outbox(),
                new DeliverLink(table.get(), linkCodes(), randomness, mail, words, new SentWrites(audit), clock),
                new DeliverAccountLink(table.get(), randomness, dispatch, accountWords, audit, clock),
                new DeliverNotice(table.get(), dispatch, accountWords, clock));
    }

    RequestAccountLink requestAccountLink() {
        return new RequestAccountLink(table.get(), randomness, clock);
    }

    LogIn logIn() {
        PasswordHashing hashing = hashing();
        AdmitLogin admitting = new AdmitLogin(table.get(), hashing, portalSessions(), randomness, clock);
        return new LogIn(
                table.get(),
                new PasswordStep(table.get(), hashing, randomness),
                admitting,
                new RefuseLogin(table.get(), audit, clock),
                clock);
    }

    SetUpAccount setUpAccount() {
        return new SetUpAccount(
                table.get(), new PasswordRules(), hashing(), portalSessions(), accountEvents(), randomness, clock);
    }

    ResetPassword resetPassword() {
        return new ResetPassword(table.get(), new PasswordRules(), hashing(), accountEvents(), clock);
    }

    ChangePassword changePassword() {
        PasswordHashing hashing = hashing();
        PasswordStep step = new PasswordStep(table.get(), hashing, randomness);
        return new ChangePassword(table.get(), new PasswordRules(), step, hashing, accountEvents(), clock);
    }

    private PasswordHashing hashing() {
        return new PasswordHashing(new Argon2id(randomness), HashingTurns.ofProcess());
    }

    private PortalSessions portalSessions() {
        return new PortalSessions(sessionIssuer.get(), randomness, audit);
    }

    private AccountEvents accountEvents() {
        return new AccountEvents(audit, randomness);
    }

    InviteContact inviteContact() {
        return new InviteContact(table.get(), new InvitationWrites(randomness, audit), AccessBody::text, clock);
    }

    ListSessions listSessions() {
        return new ListSessions(table.get(), clock);
    }

    EndSessions endSessions() {
        return new EndSessions(table.get(), audit, clock);
    }

    TokenIssuer issuer() {
        return settings.issuer();
    }
}
