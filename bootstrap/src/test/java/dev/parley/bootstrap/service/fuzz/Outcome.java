package dev.parley.bootstrap.service.fuzz;

import java.util.List;

/** What came of a request. */
sealed interface Outcome {

    /** @param answers those of the requests behind the first, too, if the server took it for several */
    record Answered(List<RawAnswer> answers) implements Outcome {}

    /** The server closed the connection, or nobody waited for what it says. */
    record Closed() implements Outcome {}

    /** It goes on as long as it is meant to: nothing has happened yet that a poll could tell. */
    record Waiting() implements Outcome {}
}
