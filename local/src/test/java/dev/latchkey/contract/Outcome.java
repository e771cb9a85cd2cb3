package dev.latchkey.contract;

/**
 * One way in which an operation can end.
 *
 * @param operation as the contract names it; or which part of the rest of the world was called
 * @param word what tells answers of one status apart: a problem's code, the kind of a success that comes in several
 *     kinds, else the content type; empty where there is no body
 */
record Outcome(String operation, int status, String word) implements Comparable<Outcome> {

    @Override
    public int compareTo(Outcome other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return (operation + " " + status + " " + word).strip();
    }
}
