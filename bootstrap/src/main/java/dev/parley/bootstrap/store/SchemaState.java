package dev.parley.bootstrap.store;

import java.util.List;

/**
 * How a store's schema compares with the change sets of this build.
 *
 * @param pending ids of the change sets that the store does not have yet, in their order
 * @param unknown files and ids of those that it has, and this build does not
 */
public record SchemaState(List<String> pending, List<String> unknown) {

    /** Whether a later build has migrated it. */
    public boolean isNewer() {
        return !unknown.isEmpty();
    }
}
