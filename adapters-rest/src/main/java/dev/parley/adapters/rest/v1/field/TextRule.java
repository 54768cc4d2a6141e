package dev.parley.adapters.rest.v1.field;

import dev.parley.adapters.rest.v1.problem.FieldFlaw;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import java.util.List;
import java.util.function.Function;

/**
 * What a text must be.
 *
 * @param problem what it is called if nothing but this rule is broken
 * @param flaws all that is wrong with a text; empty if it is good
 */
public record TextRule(ProblemCode problem, Function<String, List<Broken>> flaws) {

    /** What is wrong, and one sentence that says it. */
    public record Broken(FieldFlaw flaw, String message) {}

    static TextRule of(Function<String, List<Broken>> flaws) {
        return new TextRule(ProblemCode.VALIDATION_FAILED, flaws);
    }
}
