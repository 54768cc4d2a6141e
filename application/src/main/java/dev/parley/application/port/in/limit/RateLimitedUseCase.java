package dev.parley.application.port.in.limit;

import dev.parley.domain.limit.PermitResults;
import java.util.function.Function;

/** A use case within its rate limits. The use case itself does not know them. */
public interface RateLimitedUseCase<C, R> {

    Outcome<R> execute(C command);

    /** The use case without limits. */
    static <C, R> RateLimitedUseCase<C, R> unlimited(Function<C, R> useCase) {
        return command -> new Outcome.Allowed<>(useCase.apply(command), PermitResults.NONE);
    }

    /** The result of the use case or a refusal, and beside it the state of the limits. */
    sealed interface Outcome<R> {

        /** The limits that apply; empty where none does. */
        PermitResults results();

        /** The use case was executed. */
        record Allowed<R>(R result, PermitResults results) implements Outcome<R> {}

        /** The client exceeded a limit: the use case was not executed. */
        record Throttled<R>(PermitResults results) implements Outcome<R> {}
    }
}
