package dev.latchkey.functions.settings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.firm.AccessRequest;
import dev.latchkey.firm.Branding;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.ReadPortal;
import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.client.AddressFields;
import dev.latchkey.functions.client.FirmBody;
import dev.latchkey.functions.http.Bodies;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;

/** {@code GET /v1/firms/{firmId}/portal}: whose portal it is and how clients sign in; this is public. */
public final class GetPortalFunction extends HttpFunction {

    private final ReadPortal reading;

    public GetPortalFunction() {
        this(Latchkey.onLambda());
    }

    public GetPortalFunction(Latchkey latchkey) {
        this.reading = new SettingsParts(latchkey.parts()).readPortal();
    }

    @Override
    protected Reply handle(Request request) {
        ReadPortal.Portal portal = reading.of(AddressFields.firm(request));
        return portal == null
                ? Problem.NOT_FOUND.reply()
                : Reply.ok(body(portal.firm(), portal.branding())).with("Cache-Control", "public, max-age=60");
    }

    /** Doesn't show whether the firm requires a second factor. */
    private static ObjectNode body(Firm firm, Branding branding) {
        ObjectNode body = Bodies.object();
        FirmBody.in(body, firm);
        boolean password = !firm.refusesAll(AccessRequest.PASSWORD);
        body.putObject("signIn").put("link", true).put("password", password).put("passkey", false);
        ObjectNode looks = body.putObject("branding").put("accentColor", branding.accentColor());
        looks.putNull("logo").put("website", branding.website());
        looks.putObject("support").put("email", branding.supportEmail()).put("phone", branding.supportPhone());
        return body.put("locale", branding.language());
    }
}
