package dev.parley.bootstrap.store;

import java.util.List;

/**
 * The schema of a database compared with the change sets of this build.
 *
 * @param pending ids of the change sets that the database lacks, in their order
 * @param unknown files and ids of those that only the database has
 */
public record SchemaState(List<String> pending, List<String> unknown) {

    /** Whether a later build has migrated it. */
    public boolean isNewer() {
        return !unknown.isEmpty();
    }
}
