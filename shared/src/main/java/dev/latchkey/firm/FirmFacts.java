package dev.latchkey.firm;

/** What the practice application says of a firm, with the version that orders its sayings. */
public record FirmFacts(FirmId id, long version, String name, Plan plan) {}
