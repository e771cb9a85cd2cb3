package dev.latchkey.functions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.firm.Firm;

/** How a page is told whose portal it shows. */
final class FirmBody {

    private FirmBody() {}

    static void in(ObjectNode body, Firm firm) {
        body.putObject("firm").put("id", firm.id().value()).put("name", firm.name());
    }
}
