package dev.parley.bootstrap.store;

import dev.parley.bootstrap.postgres.DatabaseAccess;

/**
 * How to reach both databases.
 *
 * @param state as the role that reads and writes rows
 * @param stateOwner as the role that migrates
 * @param log as the role that appends and reads
 * @param logOwner as the role that migrates
 */
public record StoreAccess(
        DatabaseAccess state, DatabaseAccess stateOwner, DatabaseAccess log, DatabaseAccess logOwner) {}
