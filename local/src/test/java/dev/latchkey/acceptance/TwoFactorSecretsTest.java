package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.acceptance.SecondFactor.Owner;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Principal;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Key;
import dev.latchkey.totp.AuthenticatorItem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Secrets and codes stand in no table, log, mail or trail, and what is stored of them is worth nothing elsewhere. */
class TwoFactorSecretsTest {

    private final World world = World.get();
    private final String address = "canary." + TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final Portal portal = new Portal(firm);
    private final SecondFactor codes = new SecondFactor(firm);
    private final Staff staff = new Staff(firm);
    private final Owner owner = codes.enrolled(address);

    @Test
    void noSecretOfASecondFactor_isKeptOrLoggedOrMailed() {
        List<String> secrets = new ArrayList<>(owner.recoveryCodes());
        secrets.add(owner.app().secret());
        String challenge = codes.challenge(address);
        secrets.add(challenge.substring(challenge.lastIndexOf('.') + 1));
        world.fault("kms", "Decrypt", "KMSInternalException", 20, "before");
        codes.verify(challenge, owner.app().code());
        world.noFaults();
        codes.recover(challenge, owner.recoveryCodes().getFirst());
        String temporary = staff.temporaryCode("c1").text("/code");
        secrets.add(temporary);
        codes.recover(codes.challenge(address), temporary);
        Answer renewed = codes.renewCodes(owner.session(), owner.app().code());
        secrets.addAll(SecondFactor.recoveryCodes(renewed));
        Answer again = codes.enroll(
                SecondFactor.access(owner.session()),
                Portal.PASSWORD,
                owner.app().code(1));
        secrets.add(again.text("/secret"));
        codes.enrollByRecovery(
                SecondFactor.access(owner.session()),
                Portal.PASSWORD,
                SecondFactor.recoveryCodes(renewed).get(1));
        world.fault("kms", "GenerateMac", "KMSInternalException", 20, "before");
        codes.renewByRecovery(
                owner.session(), SecondFactor.recoveryCodes(renewed).get(2));
        world.noFaults();
        Answer anew = codes.renewByRecovery(
                owner.session(), SecondFactor.recoveryCodes(renewed).get(2));
        assertThat(SecondFactor.recoveryCodes(anew)).hasSize(10);
        secrets.addAll(SecondFactor.recoveryCodes(anew));
        staff.reset("c1", null);
        firm.settled();
        String table = TableDump.of(world);
        String mails = world.mailbox(address).stream()
                .map(mail -> mail.text() + mail.html())
                .reduce("", String::concat);
        for (String secret : secrets) {
            for (String form : forms(secret)) {
                assertThat(table.contains(form)).as("the table").isFalse();
                assertThat(world.logs().text().contains(form)).as("the logs").isFalse();
                assertThat(mails.contains(form)).as("the mails").isFalse();
            }
        }
    }

    @Test
    void theSecretIsShownOnce_andNoLaterReplyHoldsIt() {
        String challenge = codes.challenge(address);
        for (Answer later : List.of(
                firm.me(owner.session()),
                codes.verify(challenge, owner.app().code()),
                portal.sessions(owner.session(), ""),
                staff.unlock("c1"),
                firm.refresh(owner.session().text("/refreshToken")))) {
            assertThat(later.text())
                    .doesNotContain(owner.app().secret(), owner.recoveryCodes().getFirst());
        }
    }

    /** Two accounts of one firm, and the same address in another firm. */
    @Test
    void aSealedSecret_movedToAnotherAccount_opensForNobody() {
        String other = TestFirm.address();
        firm.contact("c2", 1, other);
        Owner second = codes.enrolled(other);
        TestFirm twin = world.firm().contact("c1", 1, address);
        SecondFactor twinCodes = new SecondFactor(twin);
        Owner third = twinCodes.enrolled(address);
        move(firm, other, firm, address);
        move(firm, address, twin, address);
        String challenge = codes.challenge(address);
        for (Owner any : List.of(owner, second, third)) {
            assertThat(codes.verify(challenge, any.app().code()).status()).isEqualTo(503);
            assertThat(twinCodes
                            .verify(twinCodes.challenge(address), any.app().code())
                            .status())
                    .isEqualTo(503);
        }
        assertThat(codes.recover(challenge, owner.recoveryCodes().getFirst()).status())
                .isEqualTo(200);
    }

    private void move(TestFirm from, String fromAddress, TestFirm to, String toAddress) {
        Key source = key(from, fromAddress);
        String sealed = TableDump.partition(world, source.pk()).stream()
                .filter(item -> source.sk()
                        .equals(item.getOrDefault("sk", AttributeValue.fromS(""))
                                .s()))
                .map(item ->
                        item.getOrDefault("secret", AttributeValue.fromS("")).s())
                .findFirst()
                .orElseThrow();
        TableHand.set(world, key(to, toAddress), "secret", AttributeValue.fromS(sealed));
    }

    private static Key key(TestFirm firm, String address) {
        FirmId id = new FirmId(firm.id());
        return AuthenticatorItem.key(id, Principal.of(id, Email.parse(address).orElseThrow()));
    }

    private static List<String> forms(String secret) {
        List<String> forms = new ArrayList<>();
        for (String spelling : List.of(secret, secret.replace("-", ""))) {
            byte[] bytes = spelling.getBytes(StandardCharsets.UTF_8);
            forms.add(spelling);
            forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
            forms.add(HexFormat.of().formatHex(bytes));
        }
        if (secret.matches("[A-Z2-7]{32}")) {
            byte[] bytes = new Base32().decode(secret);
            forms.add(Base64.getEncoder().encodeToString(bytes));
            forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            forms.add(HexFormat.of().formatHex(bytes));
        }
        return forms;
    }
}
