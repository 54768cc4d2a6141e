package dev.parley.bootstrap.architecture;

import com.tngtech.archunit.lang.ArchRule;

/**
 * A rule and the name by which planted violations refer to it.
 *
 * @param name its number in the style guide, and its content
 */
record HexagonRule(String name, ArchRule rule) {

    @Override
    public String toString() {
        return name;
    }
}
