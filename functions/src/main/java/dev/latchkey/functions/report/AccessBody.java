package dev.latchkey.functions.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.account.Account;
import dev.latchkey.accountlink.Invitation;
import dev.latchkey.contact.DirectoryFault;
import dev.latchkey.contactaccess.AccessStatus;
import dev.latchkey.contactaccess.AddressAccess;
import dev.latchkey.contactaccess.ContactAccess;
import dev.latchkey.functions.http.Bodies;
import dev.latchkey.json.StrictJson;
import dev.latchkey.magiclink.LastLink;
import dev.latchkey.totp.Authenticator;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A contact's access as staff see it. A contact with several addresses has one more object for each. */
public final class AccessBody {

    private AccessBody() {}

    public static String text(ContactAccess access) {
        return StrictJson.text(of(access));
    }

    static ObjectNode of(ContactAccess access) {
        ObjectNode body = Bodies.object()
                .put("contactId", access.contact().id().value())
                .put("type", access.contact().type().name())
                .put("name", access.contact().name());
        AddressAccess main = access.main();
        if (main == null) {
            withoutAddress(body);
        } else {
            address(body, access, main);
        }
        lastLink(body, access.lastLink());
        faults(body, access.contact().profile().faults());
        if (access.addresses().size() > 1) {
            ArrayNode accounts = body.putArray("accounts");
            access.addresses().forEach(each -> address(accounts.addObject(), access, each));
        }
        return body;
    }

    private static void withoutAddress(ObjectNode body) {
        body.put("status", AccessStatus.NO_ACCOUNT.name())
                .putNull("email")
                .put("sharedWithCount", 0)
                .putArray("sharedWith");
        totp(body, null);
        body.putNull("lastLogin")
                .putNull("invitation")
                .put("undeliverable", false)
                .putNull("lockedUntil");
    }

    private static void address(ObjectNode body, ContactAccess access, AddressAccess address) {
        Account account = address.account();
        body.put("status", access.status(address).name());
        body.put("email", account == null ? null : address.email().address());
        ArrayNode shared = body.putArray("sharedWith");
        access.sharedWith(address)
                .forEach(other -> shared.addObject()
                        .put("contactId", other.contact().value())
                        .put("name", other.name()));
        body.put("sharedWithCount", access.sharedWithCount(address));
        totp(body, address.authenticator());
        lastLogin(body, account == null ? null : account.lastLogin());
        invitation(body, account == null ? address.invitation() : null);
        body.put("undeliverable", address.address().isUndeliverable());
        body.put("lockedUntil", time(address.lockedUntil()));
    }

    private static void totp(ObjectNode body, @Nullable Authenticator authenticator) {
        body.putObject("totp")
                .put("enrolled", authenticator != null)
                .put("since", authenticator == null ? null : Bodies.time(authenticator.since()))
                .put("recoveryCodesLeft", authenticator == null ? 0 : authenticator.codesLeft());
    }

    private static void lastLogin(ObjectNode body, Account.@Nullable LastLogin login) {
        if (login == null) {
            body.putNull("lastLogin");
            return;
        }
        ArrayNode amr =
                body.putObject("lastLogin").put("at", Bodies.time(login.at())).putArray("amr");
        login.amr().forEach(amr::add);
    }

    private static void invitation(ObjectNode body, @Nullable Invitation invitation) {
        if (invitation == null) {
            body.putNull("invitation");
            return;
        }
        body.putObject("invitation")
                .put("sentAt", Bodies.time(invitation.sentAt()))
                .put("expiresAt", Bodies.time(invitation.expiresAt()));
    }

    private static void lastLink(ObjectNode body, @Nullable LastLink link) {
        if (link == null) {
            body.putNull("lastLink");
            return;
        }
        body.putObject("lastLink")
                .put("sentAt", Bodies.time(link.sentAt()))
                .put("claimedAt", time(link.claimedAt()))
                .put("requestId", link.request().value());
    }

    /** A body made from the index alone has none. */
    private static void faults(ObjectNode body, @Nullable List<DirectoryFault> faults) {
        if (faults != null) {
            ArrayNode all = body.putArray("directoryFaults");
            faults.forEach(fault -> all.addObject().put("field", fault.field()).put("message", fault.message()));
        }
    }

    private static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : Bodies.time(instant);
    }
}
