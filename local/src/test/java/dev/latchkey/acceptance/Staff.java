package dev.latchkey.acceptance;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A firm's staff, who repair a client's access. */
record Staff(TestFirm firm) {

    static final String REASON = "lost their phone, called back";

    Answer reset(String contact, @Nullable String email, String... headers) {
        return repair(contact, "reset", email, REASON, headers);
    }

    Answer access(String contact) {
        return accessAs(firm.staff("portal:read"), contact);
    }

    Answer accessAs(String bearer, String contact) {
        String path = "/v1/firms/" + firm.id() + "/contacts/" + contact + "/portal-access";
        return firm.world().api().get(path, "Authorization", bearer);
    }

    Answer deactivate(String contact, @Nullable String email, String... headers) {
        return repair(contact, "deactivate", email, null, headers);
    }

    Answer reactivate(String contact, @Nullable String email, String... headers) {
        return repair(contact, "reactivate", email, null, headers);
    }

    Answer inviteAll(Object body, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Authorization";
        all[1] = firm.staff("portal:support");
        System.arraycopy(headers, 0, all, 2, headers.length);
        return firm.world().api().post("/v1/firms/" + firm.id() + "/portal-access/invitations", body, all);
    }

    Answer unlock(String contact, String... headers) {
        return repair(contact, "unlock", null, null, headers);
    }

    Answer temporaryCode(String contact, String... headers) {
        return repair(contact, "temporary-code", null, REASON, headers);
    }

    Answer repair(String contact, String what, @Nullable String email, @Nullable String reason, String... headers) {
        return repairAs(firm.staff("portal:support"), contact, what, email, reason, headers);
    }

    Answer repairAs(
            String bearer,
            String contact,
            String what,
            @Nullable String email,
            @Nullable String reason,
            String... headers) {
        Map<String, String> body = new HashMap<>();
        if (email != null) {
            body.put("email", email);
        }
        if (reason != null) {
            body.put("reason", reason);
        }
        String[] all = new String[headers.length + 2];
        all[0] = "Authorization";
        all[1] = bearer;
        System.arraycopy(headers, 0, all, 2, headers.length);
        String path = "/v1/firms/" + firm.id() + "/contacts/" + contact + "/portal-access/" + what;
        return firm.world().api().post(path, body, all);
    }
}
