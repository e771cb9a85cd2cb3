package dev.latchkey.contact;

/**
 * A part of an event about a contact that could not be read and counts as absent. It is shown on the contact until a
 * later version is clean.
 *
 * @param field its name in the event, such as {@code emails[1]}
 * @param message what is wrong, without the value
 */
public record DirectoryFault(String field, String message) {}
