package dev.latchkey.local.seed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.events.Bus;
import dev.latchkey.local.events.Outcome;

/**
 * Brings the seed in by the way every firm and contact comes: as directory events. Version 1 always, so that a kept
 * database is not put back.
 */
public final class Seeder {
    private static final String SOURCE = "practice.directory";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Bus bus;

    public Seeder(Bus bus) {
        this.bus = bus;
    }

    public void run() throws InterruptedException {
        for (Seed.Firm firm : Seed.FIRMS) {
            put("firm.upserted", detail(firm).put("name", firm.name()).put("plan", firm.plan()));
            for (Seed.Contact contact : firm.contacts()) {
                ObjectNode detail = detail(firm)
                        .put("contactId", contact.id())
                        .put("type", contact.type())
                        .put("name", contact.name())
                        .put("archived", false);
                contact.emails().forEach(detail.putArray("emails")::add);
                put("contact.upserted", detail);
            }
        }
    }

    private void put(String type, ObjectNode detail) throws InterruptedException {
        ObjectNode event = JSON.createObjectNode().put("source", SOURCE).put("detail-type", type);
        event.set("detail", detail);
        Outcome outcome = bus.put(event);
        if (!(outcome instanceof Outcome.Taken)) {
            throw new IllegalStateException("the seed was not taken in: " + outcome);
        }
    }

    private static ObjectNode detail(Seed.Firm firm) {
        return JSON.createObjectNode().put("firmId", firm.id()).put("version", 1);
    }
}
