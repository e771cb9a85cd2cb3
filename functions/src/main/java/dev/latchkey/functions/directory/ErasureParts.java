package dev.latchkey.functions.directory;

import dev.latchkey.audit.EraseTrail;
import dev.latchkey.contact.SyncContact;
import dev.latchkey.erasure.EraseContact;
import dev.latchkey.erasure.EraseFirm;
import dev.latchkey.functions.Parts;

/** Builds parts that delete people and firms for good. */
final class ErasureParts {

    private final Parts parts;

    ErasureParts(Parts parts) {
        this.parts = parts;
    }

    EraseContact eraseContact() {
        SyncContact contacts =
                new SyncContact(parts.table(), parts.randomness, parts.environment.retention(), parts.clock);
        return new EraseContact(
                parts.table(), contacts, trail(), parts.audit, parts.environment.retention(), parts.clock);
    }

    EraseFirm eraseFirm() {
        return new EraseFirm(parts.table(), trail(), parts.audit, parts.environment.retention(), parts.clock);
    }

    private EraseTrail trail() {
        return new EraseTrail(parts.table(), parts.clock);
    }
}
