package dev.latchkey.report;

import dev.latchkey.contact.ContactId;
import java.util.List;

/** The contacts that a list may contain, in the order of their ids. Read from an eventually consistent index. */
@FunctionalInterface
interface Candidates {

    /** The next ids; empty at the end. */
    List<ContactId> next(int most);
}
