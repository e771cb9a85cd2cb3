package dev.latchkey.contact;

/** What kind of client record a contact is. */
public enum ContactType {
    PERSON,
    ORGANIZATION,
    CLIENT_GROUP
}
