package dev.parley.adapters.rest.v1.error;

import dev.parley.adapters.rest.v1.problem.ProblemCode;
import java.util.Optional;

/** The {@code WWW-Authenticate} header of a 401. Both schemes accept the same tokens. */
final class Challenge {

    static final String WITHOUT_TOKEN = "Bearer realm=\"parley\", Token realm=\"parley\"";

    /** RFC 6750 requires the error code in the header too. */
    static final String WITH_BAD_TOKEN = "Bearer realm=\"parley\", error=\"invalid_token\", Token realm=\"parley\"";

    private Challenge() {}

    static Optional<String> of(ProblemCode code) {
        if (code.status() != 401) {
            return Optional.empty();
        }
        return Optional.of(code == ProblemCode.INVALID_TOKEN ? WITH_BAD_TOKEN : WITHOUT_TOKEN);
    }
}
