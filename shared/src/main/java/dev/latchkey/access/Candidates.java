package dev.latchkey.access;

import dev.latchkey.contact.ContactId;
import java.util.List;

/** Whom a list may tell of, by a roll that is a moment old, in the order of their ids. */
@FunctionalInterface
interface Candidates {

    /** The next ones, at most so many; none once all were given. */
    List<ContactId> next(int most);
}
