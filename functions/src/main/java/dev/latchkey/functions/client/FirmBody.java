package dev.latchkey.functions.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.firm.Firm;

/** Tells a page whose portal it shows. */
public final class FirmBody {

    private FirmBody() {}

    public static void in(ObjectNode body, Firm firm) {
        body.putObject("firm").put("id", firm.id().value()).put("name", firm.name());
    }
}
