package dev.latchkey.contact;

/** A contact as it is listed with an address that it has. */
public record Listed(Standing standing, ContactType type, String name) {}
