package dev.latchkey.password;

import dev.latchkey.contact.Email;
import dev.latchkey.firm.AccessMode;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.Firms;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The rules, for a client of a firm. */
record Judged(PasswordRules rules, Firm firm, Email client) {

    private static final Email C1 = new Email("c1@example.com");
    private static final PasswordRules RULES = new PasswordRules();

    static final Judged ONLY_FACTOR = new Judged(RULES, firm("Acme Accounting", AccessMode.MAGIC_LINK_AND_LOGIN), C1);
    static final Judged SECOND_FACTOR =
            new Judged(RULES, firm("Acme Accounting", AccessMode.MAGIC_LINK_AND_LOGIN_2FA), C1);

    Judged at(String firmName) {
        return new Judged(rules, firm(firmName, firm.accessMode()), client);
    }

    Judged by(String address) {
        return new Judged(rules, firm, new Email(address));
    }

    Judged with(PasswordRules others) {
        return new Judged(others, firm, client);
    }

    Optional<PasswordRejection> judge(String text) {
        return rules.judge(Password.of(text), firm, client);
    }

    /** Letters and digits in no order that anybody knows. */
    static String varied(int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> String.valueOf(Character.forDigit((i * i * 7 + i * 5 + i / 36) % 37 % 36, 36)))
                .collect(Collectors.joining());
    }

    private static Firm firm(String name, AccessMode mode) {
        return Firms.of("acme", name, mode);
    }
}
