package dev.parley.application.port.in.audit;

import dev.parley.domain.audit.Inconsistency;
import java.util.List;

/**
 * An operator checks all stored counts against the rows that they count: places, unread and held messages, read receipts, the
 * newest visible messages, and event numbers. The check changes nothing. It may run while the service runs, because each
 * conversation is read from one snapshot.
 */
public interface CheckDataUseCase {

    /** Maximum number of inconsistencies in a report; the check stops when it is reached. */
    int MAX_FINDINGS = 100;

    Report check();

    /** The numbers of records checked, and the inconsistencies found. */
    record Report(long conversations, long messages, long users, List<Inconsistency> findings) {

        public Report {
            findings = List.copyOf(findings);
        }
    }
}
