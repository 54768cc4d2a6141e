package dev.parley.adapters.persistence.activitylog;

import dev.parley.adapters.persistence.shared.Database;
import dev.parley.domain.shared.Dependency;
import org.jdbi.v3.core.Jdbi;

/** The database of the activity log. It never joins a transaction of the state store. */
public final class LogStore extends Database {

    /** @param jdbi connects as a role that can only insert and select */
    public LogStore(Jdbi jdbi) {
        super(jdbi, Dependency.LOG_STORE);
    }
}
