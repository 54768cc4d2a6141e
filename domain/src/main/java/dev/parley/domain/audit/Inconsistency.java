package dev.parley.domain.audit;

/**
 * An inconsistency in the stored data. It contains ids and numbers, but no content.
 *
 * @param where the affected record
 * @param kept the stored value
 * @param found the expected value
 */
public record Inconsistency(String where, String kept, String found) {

    @Override
    public String toString() {
        return where + ": stored " + kept + ", expected " + found;
    }
}
