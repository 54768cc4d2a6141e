package dev.parley.bootstrap.service.fuzz;

import java.util.List;

/** The outcome of a request. */
sealed interface Outcome {

    /** @param answers includes the responses to further requests, if the server read it as several */
    record Answered(List<RawResponse> answers) implements Outcome {}

    /** The server closed the connection, or the client broke it off. */
    record Closed() implements Outcome {}

    /** A waiting poll: no event has occurred yet. */
    record Waiting() implements Outcome {}
}
