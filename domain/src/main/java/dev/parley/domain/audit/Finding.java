package dev.parley.domain.audit;

/**
 * Something in the data that is not as it must be. It names ids and numbers and no content.
 *
 * @param where what it was found in
 * @param kept what the data says
 * @param found what it should say
 */
public record Finding(String where, String kept, String found) {

    @Override
    public String toString() {
        return where + ": kept " + kept + ", found " + found;
    }
}
