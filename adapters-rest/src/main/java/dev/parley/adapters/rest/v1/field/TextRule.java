package dev.parley.adapters.rest.v1.field;

import dev.parley.adapters.rest.v1.problem.FieldFlaw;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import java.util.List;
import java.util.function.Function;

/**
 * A rule for texts.
 *
 * @param problem the problem code if only this rule is broken
 * @param flaws returns all flaws of a text; empty if it is valid
 */
public record TextRule(ProblemCode problem, Function<String, List<Broken>> flaws) {

    /** A flaw and its message. */
    public record Broken(FieldFlaw flaw, String message) {}

    static TextRule of(Function<String, List<Broken>> flaws) {
        return new TextRule(ProblemCode.VALIDATION_FAILED, flaws);
    }
}
