package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every change that staff make by POST, asked for eight times at once under one name. */
@Order(2)
class SameCallTwiceTest {

    private static final String ACCESS = "/contacts/c1/portal-access/";
    private static final String[] KEY = {"Idempotency-Key", "one"};

    private final World world = World.get();
    private final String email = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, email).contact("c9", 1, TestFirm.address());

    static Stream<Arguments> calls() {
        Map<String, String> why = Map.of("reason", Staff.REASON);
        return Stream.of(
                Arguments.of("/contacts/c1/magic-links", Map.of("requestId", "r1"), "link.sent"),
                Arguments.of("/contacts/c9/portal-access/invite", Map.of(), "invitation.sent"),
                Arguments.of("/portal-access/invitations", Map.of("contactIds", List.of("c9")), "invitation.sent"),
                Arguments.of(ACCESS + "reset", why, "totp.reset"),
                Arguments.of(ACCESS + "unlock", Map.of(), "account.unlocked"),
                Arguments.of(ACCESS + "temporary-code", why, "temporary-code.issued"),
                Arguments.of(ACCESS + "deactivate", Map.of(), "account.deactivated"),
                Arguments.of(ACCESS + "reactivate", Map.of(), "account.reactivated"),
                Arguments.of(ACCESS + "resume-mail", Map.of(), "mail.cleared"));
    }

    @ParameterizedTest
    @Tag("crowd")
    @MethodSource("calls")
    void itIsDoneOnce_andAnsweredOneWay(String path, Map<String, ?> body, String event) {
        new SecondFactor(firm).enrolled(email);
        if (event.equals("mail.cleared")) {
            firm.bounced(firm.mailed("c1", "r0"));
        }
        if (event.equals("account.reactivated")) {
            new Staff(firm).deactivate("c1", null);
        }
        firm.settled();
        int before = AuditRows.of(firm, event).size();
        String staff = firm.staff("portal:support");
        Supplier<Answer> call =
                () -> world.api().post("/v1/firms/" + firm.id() + path, body, "Authorization", staff, KEY[0], KEY[1]);
        List<Answer> answers = new ArrayList<>(Race.of(8, runner -> call.get()));
        answers.add(call.get());
        assertThat(AuditRows.of(firm, event)).hasSize(before + 1);
        List<Answer> done =
                answers.stream().filter(answer -> answer.status() < 300).toList();
        if (event.equals("temporary-code.issued")) {
            assertThat(done).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() >= 300)
                    .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("already-issued"));
        } else {
            assertThat(done).hasSize(9);
            assertThat(done.stream().map(Answer::text).distinct()).hasSize(1);
        }
        Answer other = world.api()
                .post(
                        "/v1/firms/" + firm.id() + "/contacts/c1/magic-links",
                        Map.of("requestId", "another"),
                        "Authorization",
                        staff,
                        KEY[0],
                        KEY[1]);
        assertThat(other.code()).isEqualTo("idempotency-key-reused");
    }
}
