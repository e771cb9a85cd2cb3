package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.account.AccountItem;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Principal;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Key;
import dev.latchkey.throttling.AttemptBudget;
import dev.latchkey.throttling.FailedLogins;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A firm of one test, with what its staff and its practice application do. */
record TestFirm(World world, String id) {

    private static final Duration MAIL_TAKES_AT_MOST = Duration.ofSeconds(20);

    String staff(String... roles) {
        Answer token = world.api().post("/_local/staff-tokens", Map.of("firmId", id, "sub", "s1", "roles", roles));
        return "Bearer " + token.text("/token");
    }

    /** A live person with these addresses. */
    TestFirm contact(String contactId, int version, String... emails) {
        return contact(contactId, version, false, emails);
    }

    TestFirm contact(String contactId, int version, boolean archived, String... emails) {
        world.event(
                "contact.upserted",
                Map.of(
                        "firmId", id,
                        "contactId", contactId,
                        "version", version,
                        "type", "PERSON",
                        "name", "Client " + contactId,
                        "emails", List.of(emails),
                        "archived", archived));
        return this;
    }

    void delete(String contactId, int version) {
        world.event("contact.deleted", Map.of("firmId", id, "contactId", contactId, "version", version));
    }

    /** An address that no other test uses. */
    static String address() {
        return "u" + UUID.randomUUID().toString().substring(0, 8) + "@example.com";
    }

    String path(String contactId) {
        return "/v1/firms/" + id + "/contacts/" + contactId + "/magic-links";
    }

    Answer send(String contactId, String requestId, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Authorization";
        all[1] = staff("portal:support");
        System.arraycopy(headers, 0, all, 2, headers.length);
        return world.api().post(path(contactId), Map.of("requestId", requestId), all);
    }

    /** Sends a link and waits for its mail. */
    Mail mailed(String contactId, String requestId) {
        Answer answer = send(contactId, requestId);
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        settled();
        return mail(answer.text("/email"), answer.text("/linkId"));
    }

    /** A client asks for a sign-in link. */
    Answer ask(String email) {
        return world.api().post("/v1/firms/" + id + "/magic-links", Map.of("email", email));
    }

    /** Asks for a sign-in link and waits for its mail. */
    Mail signInMail(String email) {
        return new Portal(this).mailAfter(email, "sign-in-link", () -> ask(email));
    }

    Answer renew(String token) {
        return world.api().post("/v1/magic-links/renew", Map.of("token", token));
    }

    Answer redeemCode(String linkId, String code, String deviceSecret) {
        return world.api()
                .post("/v1/magic-links/redeem", Map.of("linkId", linkId, "code", code, "deviceSecret", deviceSecret));
    }

    /** The mail service reports that a mail bounced, as it publishes events. */
    void bounced(Mail mail) {
        MailNotices.event(world, "Bounce", mail);
    }

    /** Waits for the mail of a link. */
    Mail mail(String to, String linkId) {
        return await().atMost(MAIL_TAKES_AT_MOST)
                .pollInterval(Duration.ofMillis(25))
                .until(
                        () -> world.mailbox(to).stream()
                                .filter(mail -> mail.isLink() && mail.linkId().equals(linkId))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Waits until every mail has gone out and that is noted: it is in the mailbox a moment before. */
    void settled() {
        await().atMost(MAIL_TAKES_AT_MOST).until(() -> !TableDump.hasMail(world, id));
    }

    /** What stands in the table of this firm, once its mails have gone out. */
    String table() {
        settled();
        return TableDump.of(world, id);
    }

    Answer redeem(String token, String device) {
        return world.api().post("/v1/magic-links/redeem", Map.of("token", token, "deviceSecret", device));
    }

    Answer inspect(String token) {
        return world.api().post("/v1/magic-links/inspect", Map.of("token", token));
    }

    Answer me(Answer session) {
        return me(session.text("/accessToken"));
    }

    Answer me(String accessToken) {
        return world.api().get("/v1/me", "Authorization", "Bearer " + accessToken);
    }

    Answer refresh(String refreshToken) {
        return world.api().post("/v1/sessions/refresh", Map.of("refreshToken", refreshToken));
    }

    Answer logOut(Answer session) {
        return world.api().send("POST", "/v1/logout", null, "Authorization", "Bearer " + session.text("/accessToken"));
    }

    /** The same without a bearer, by the refresh token in the body. */
    Answer logOut(String refreshToken) {
        return world.api().post("/v1/logout", Map.of("refreshToken", refreshToken));
    }

    /** Puts the firm into an access mode. */
    void accessMode(String mode) {
        new Administrator(this).choose(Map.of("accessMode", mode));
    }

    /** Keeps out whoever has the address; no route does that yet. */
    void deactivated(String email) {
        Key key = AddressItem.key(new FirmId(id), Email.parse(email).orElseThrow());
        TableHand.set(world, key, "deactivatedAt", AttributeValue.fromN("1"));
    }

    /** Counts failed logins from this machine as if they had just been. */
    void failedLoginsFromHere(int failures) {
        Key key = FailedLogins.of(new FirmId(id), "127.0.0.1").key();
        AttributeValue now = AttributeValue.fromN(Long.toString(Instant.now().toEpochMilli()));
        for (int slot = 0; slot < 20; slot++) {
            int taken = Math.clamp(failures - 10L * slot, 0, 10);
            TableHand.set(world, key, "t" + slot, now);
            TableHand.set(world, key, "n" + slot, AttributeValue.fromN(Integer.toString(taken)));
        }
    }

    /** Locks a step of an account as if the last try that it takes had just been wrong. */
    void locked(String email, AttemptBudget.Factor step) {
        FirmId firm = new FirmId(id);
        Principal principal = Principal.of(firm, Email.parse(email).orElseThrow());
        lock(AttemptBudget.of(step, firm, principal));
    }

    private void lock(AttemptBudget budget) {
        TableHand.set(world, budget.key(), "taken", AttributeValue.fromN(Integer.toString(budget.most())));
        String now = Long.toString(world.server().clock().instant().toEpochMilli());
        TableHand.set(world, budget.key(), "at", AttributeValue.fromN(now));
    }

    /** Counts wrong passwords for an address, from other sources than this one, as if they had just been typed. */
    void guessed(String email, int many) {
        FirmId firm = new FirmId(id);
        Principal principal = Principal.of(firm, Email.parse(email).orElseThrow());
        Key key =
                AttemptBudget.of(AttemptBudget.Factor.PASSWORD, firm, principal).key();
        TableHand.set(world, key, "taken", AttributeValue.fromN(Integer.toString(many)));
        TableHand.set(world, key, "failed", AttributeValue.fromN(Integer.toString(many)));
        TableHand.set(world, key, "forgiven", AttributeValue.fromN("0"));
        TableHand.set(
                world,
                key,
                "at",
                AttributeValue.fromN(
                        Long.toString(world.server().clock().instant().toEpochMilli())));
    }

    /** Hashes a password anew as an earlier version with a lower cost would have. */
    void hashAtLowerCost(String email, String password) {
        FirmId firm = new FirmId(id);
        Key key = AccountItem.key(firm, Principal.of(firm, Email.parse(email).orElseThrow()));
        TableHand.set(world, key, "passwordHash", AttributeValue.fromS(TableHand.cheapHash(password)));
    }

    /** A new device's secret, as a browser would make it. */
    static String device() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
