package dev.parley.bootstrap.architecture;

import com.tngtech.archunit.lang.ArchRule;

/**
 * A rule with the name that planted violations call it by.
 *
 * @param name its number in the style guide, and what it wants
 */
record HexagonRule(String name, ArchRule rule) {

    @Override
    public String toString() {
        return name;
    }
}
