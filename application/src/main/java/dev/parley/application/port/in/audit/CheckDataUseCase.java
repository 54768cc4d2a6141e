package dev.parley.application.port.in.audit;

import dev.parley.domain.audit.Finding;
import java.util.List;

/**
 * An operator has every count that is kept compared with what it counts: places, unread and held messages, readings, the
 * newest messages shown, and the numbers of events. It changes nothing, and may run beside a service at work: each
 * conversation is looked at as it was at one moment.
 */
public interface CheckDataUseCase {

    /** Most findings that a report has; with so many it ends early. */
    int MAX_FINDINGS = 100;

    Report check();

    /** How much was looked at, and what is wrong with it. */
    record Report(long conversations, long messages, long users, List<Finding> findings) {

        public Report {
            findings = List.copyOf(findings);
        }
    }
}
