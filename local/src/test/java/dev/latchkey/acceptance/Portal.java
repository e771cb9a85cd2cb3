package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.accountlink.MailedSetUpLink;
import dev.latchkey.contact.Email;
import dev.latchkey.firm.FirmId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The portal page of a firm, as its clients use it with passwords. */
record Portal(TestFirm firm) {

    static final String PASSWORD = "wombats dig at midnight";
    static final String OTHER = "herons sleep on one leg";

    private static final Duration MAIL_TAKES_AT_MOST = Duration.ofSeconds(20);

    Answer signUp(String email) {
        return post("accounts", Map.of("email", email));
    }

    Answer forgotten(String email) {
        return post("password/forgot", Map.of("email", email));
    }

    Answer logIn(String email, String password, String... headers) {
        return post("login", Map.of("email", email, "password", password), headers);
    }

    /** The same from a device that says which one it is. */
    Answer logInBy(String device, String email, String password) {
        return post("login", Map.of("email", email, "password", password, "deviceSecret", device));
    }

    private Answer post(String path, Map<String, ?> body, String... headers) {
        return api().post("/v1/firms/" + firm.id() + "/" + path, body, headers);
    }

    Answer setUp(String token, String password) {
        return api().post("/v1/accounts/set-up", Map.of("token", token, "password", password));
    }

    /** The same with {@link #PASSWORD} from a device that says which one it is. */
    Answer setUpBy(String device, String token) {
        return api().post("/v1/accounts/set-up", Map.of("token", token, "password", PASSWORD, "deviceSecret", device));
    }

    Answer inspectSetUp(String token) {
        return api().post("/v1/accounts/set-up/inspect", Map.of("token", token));
    }

    Answer inspectReset(String token) {
        return api().post("/v1/password/reset/inspect", Map.of("token", token));
    }

    Answer renewSetUp(String token) {
        return api().post("/v1/accounts/set-up/renew", Map.of("token", token));
    }

    Answer reset(String token, String password) {
        return api().post("/v1/password/reset", Map.of("token", token, "password", password));
    }

    Answer change(Answer session, String current, String chosen) {
        String body = Api.write(Map.of("currentPassword", current, "newPassword", chosen));
        return api().send("PUT", "/v1/password", body, bearer(session));
    }

    Answer sessions(Answer session, String query) {
        return api().get("/v1/sessions" + query, bearer(session));
    }

    Answer endAll(Answer session) {
        return api().send("DELETE", "/v1/sessions", null, bearer(session));
    }

    Answer end(Answer session, String id) {
        return api().send("DELETE", "/v1/sessions/" + id, null, bearer(session));
    }

    /** Signs up and gives the token of the mail. */
    String setUpToken(String email) {
        return mailAfter(email, "sign-up", () -> signUp(email)).passwordToken();
    }

    String resetToken(String email) {
        return mailAfter(email, "reset", () -> forgotten(email)).passwordToken();
    }

    /** Does something, and waits for the mail of this kind that it leads to. */
    Mail mailAfter(String email, String kind, Supplier<Answer> call) {
        int before = mails(email, kind).size();
        Answer answer = call.get();
        assertThat(answer.status()).as(answer.text()).isBetween(200, 204);
        firm.settled();
        return await().atMost(MAIL_TAKES_AT_MOST)
                .pollInterval(Duration.ofMillis(25))
                .until(() -> mails(email, kind), mails -> mails.size() > before)
                .getFirst();
    }

    List<Mail> mails(String email, String kind) {
        return firm.world().mailbox(email).stream()
                .filter(mail -> mail.isOf(kind))
                .toList();
    }

    /** What {@link #setUpToken} gives, without the mail: for tests that are about what comes after. */
    String readySetUpToken(String email) {
        World world = firm.world();
        Email address = Email.parse(email).orElseThrow();
        return MailedSetUpLink.token(
                world.items(),
                new FirmId(firm.id()),
                address,
                world.server().clock().instant());
    }

    /** An account with {@link #PASSWORD}; gives the session that setting up opens. */
    Answer account(String email) {
        return accountBy(readySetUpToken(email));
    }

    /** The same by way of the mail that signing up leads to. */
    Answer accountByMail(String email) {
        return accountBy(setUpToken(email));
    }

    private Answer accountBy(String token) {
        Answer session = setUp(token, PASSWORD);
        assertThat(session.status()).as(session.text()).isEqualTo(201);
        return session;
    }

    Answer invite(String contactId, @Nullable String email, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Authorization";
        all[1] = firm.staff("portal:support");
        System.arraycopy(headers, 0, all, 2, headers.length);
        String path = "/v1/firms/" + firm.id() + "/contacts/" + contactId + "/portal-access/invite";
        return api().post(path, email == null ? Map.of() : Map.of("email", email), all);
    }

    private static String[] bearer(Answer session) {
        return new String[] {"Authorization", "Bearer " + session.text("/accessToken")};
    }

    private Api api() {
        return firm.world().api();
    }
}
