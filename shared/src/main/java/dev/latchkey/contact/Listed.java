package dev.latchkey.contact;

/** A contact in use as whoever comes in by an address sees it listed. */
public record Listed(Standing standing, ContactType type, String name) {}
