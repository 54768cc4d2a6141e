package dev.parley.adapters.rest.v1.openapi;

import dev.parley.adapters.rest.v1.description.Operation;
import dev.parley.adapters.rest.v1.description.Parameter;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which problems an operation can answer with: its own, and those that come with what it takes. */
interface Refusals {

    Set<ProblemCode> OF_ALL =
            EnumSet.of(ProblemCode.NOT_ACCEPTABLE, ProblemCode.INTERNAL_ERROR, ProblemCode.UNAVAILABLE);

    Set<ProblemCode> WITHOUT_TOKEN = EnumSet.of(ProblemCode.UNAUTHENTICATED, ProblemCode.INVALID_TOKEN);

    Set<ProblemCode> OF_BODIES = EnumSet.of(
            ProblemCode.BAD_REQUEST,
            ProblemCode.MALFORMED_JSON,
            ProblemCode.BODY_TOO_LARGE,
            ProblemCode.UNSUPPORTED_MEDIA_TYPE,
            ProblemCode.VALIDATION_FAILED);

    static Set<ProblemCode> of(ResourceMethod method, Operation operation) {
        EnumSet<ProblemCode> codes = EnumSet.copyOf(OF_ALL);
        codes.addAll(method.isReading() ? Set.of() : Set.of(ProblemCode.OUTCOME_UNKNOWN));
        codes.addAll(method.isProtected() || operation.ticket() ? WITHOUT_TOKEN : Set.of());
        codes.addAll(operation.ticket() ? Set.of(ProblemCode.INVALID_TICKET) : Set.of());
        codes.addAll(method.isLimited() || operation.ticket() ? Set.of(ProblemCode.RATE_LIMITED) : Set.of());
        codes.addAll(method.readsBody() ? OF_BODIES : Set.of());
        codes.addAll(ofParameters(operation.parameters()));
        codes.addAll(List.of(operation.problems()));
        return codes;
    }

    private static Collection<ProblemCode> ofParameters(Parameter... parameters) {
        boolean isOfQuery =
                Stream.of(parameters).anyMatch(parameter -> parameter.in().equals("query"));
        return Stream.concat(
                        Stream.of(parameters).flatMap(parameter -> parameter.problem().stream()),
                        isOfQuery ? Stream.of(ProblemCode.BAD_PARAMETER) : Stream.empty()) // if one is repeated
                .toList();
    }
}
