package dev.latchkey.staff;

/** One row of a table: what is tried, the token that tries it, and whether it must be taken. */
record Trial(String name, String token, boolean taken) {

    static Trial refused(String name, String token) {
        return new Trial(name, token, false);
    }

    static Trial taken(String name, String token) {
        return new Trial(name, token, true);
    }

    @Override
    public String toString() {
        return (taken ? "taken: " : "refused: ") + name;
    }
}
