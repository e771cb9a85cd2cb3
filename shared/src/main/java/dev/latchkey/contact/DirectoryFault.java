package dev.latchkey.contact;

/**
 * Something in what the practice application says of a contact that could not be read and counts as absent. It is shown on
 * the contact until a later version is clean.
 *
 * @param field by its name in the event, such as {@code emails[1]}
 * @param message what is wrong, without the value
 */
public record DirectoryFault(String field, String message) {}
