package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.functions.link.RequestSignInLinkFunction;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client whose address strangers know, what they do with it, and where he comes from meanwhile. */
final class Besieged {

    static final String ELSEWHERE = "203.0.113.9";

    private final TestFirm firm;
    private final Guesser guesser;
    private final RequestSignInLinkFunction asking;
    private final String email = TestFirm.address();
    private final String device = TestFirm.device();

    private Besieged(World world) {
        this.firm = world.firm().contact("c1", 1, email);
        this.guesser = new Guesser(world, firm);
        this.asking = new RequestSignInLinkFunction(world.instance("RequestSignInLinkFunction", world.aws()));
    }

    /** Has an account, and got in by a device. */
    static Besieged owner(World world) {
        Besieged owner = new Besieged(world);
        Portal portal = new Portal(owner.firm);
        portal.account(owner.email);
        assertThat(portal.logInBy(owner.device, owner.email, Portal.PASSWORD).status())
                .isEqualTo(200);
        return owner;
    }

    /** The firm's address book has the address, and it never had an account. */
    static Besieged withoutAccount(World world) {
        return new Besieged(world);
    }

    TestFirm firm() {
        return firm;
    }

    Answer guess(String source) {
        return guesser.logIn(source, null, email, "a wrong password");
    }

    /** The owner's own password, typed on the device that got in before. */
    Answer known(String source) {
        return guesser.logIn(source, device, email, Portal.PASSWORD);
    }

    /** The owner's own password, typed on a device that shows nothing. */
    Answer unknown(String source) {
        return guesser.logIn(source, null, email, Portal.PASSWORD);
    }

    /** Asks for a sign-in link on a device that shows nothing. */
    void ask(String source) {
        ask(source, null);
    }

    /** Whether the owner is mailed a link that he asks for from there; he is told the same in either case. */
    boolean isMailed(String source, boolean onKnownDevice) {
        firm.settled();
        int before = mails();
        ask(source, onKnownDevice ? device : null);
        firm.settled();
        return mails() > before;
    }

    private void ask(String source, @Nullable String shown) {
        Map<String, String> body = new HashMap<>(Map.of("email", email));
        if (shown != null) {
            body.put("deviceSecret", shown);
        }
        assertThat(Instance.send(asking, "POST", Map.of("firmId", firm.id()), Map.of(), body, source)
                        .status())
                .isEqualTo(202);
    }

    int mails() {
        return new Portal(firm).mails(email, "sign-in-link").size();
    }
}
