package dev.parley.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/** Every failure has its own type, so that callers can handle it. */
final class FailureRules {

    private static final Set<String> GENERIC =
            Set.of(Throwable.class.getName(), Exception.class.getName(), RuntimeException.class.getName());

    /** Overridden framework methods may declare these types. */
    static final Set<String> CATCH_WHAT_OTHERS_DECLARE = Set.of(
            Part.BOOTSTRAP.place() + ".command.SchemaCommand.runOn",
            Part.BOOTSTRAP.place() + ".store.Schema.with",
            Part.BOOTSTRAP.place() + ".lifecycle.StartedParts.start",
            Part.BOOTSTRAP.place() + ".lifecycle.StartedParts.stop");

    /** The signature that Dropwizard requires to run an application. */
    static final Set<String> DECLARE_WHAT_OTHERS_DECLARE = Set.of(
            Part.BOOTSTRAP.place() + ".Parley.main",
            Part.BOOTSTRAP.place() + ".http.BodyDeadlines.handle",
            Part.BOOTSTRAP.place() + ".http.UnavailableHandler.onConditionsMet");

    private FailureRules() {}

    static List<HexagonRule> of(Root root) {
        return List.of(
                new HexagonRule("12-no-generic-throw", noGenericThrow()),
                new HexagonRule("12-no-generic-throws-clause", noGenericThrowsClause(root)),
                new HexagonRule("12-no-generic-catch", noGenericCatch(root)));
    }

    private static ArchRule noGenericThrow() {
        return noClasses().should(THROW_GENERIC_EXCEPTIONS).because("a bug and a refusal must be distinguishable");
    }

    private static ArchRule noGenericThrowsClause(Root root) {
        return noCodeUnits()
                .that(areNot(root, DECLARE_WHAT_OTHERS_DECLARE))
                .and()
                .doNotHaveModifier(JavaModifier.BRIDGE)
                .should(be(describe(
                        "declared to throw a generic exception",
                        unit -> unit.getExceptionTypes().stream().anyMatch(FailureRules::isGeneric))))
                .because("a caller can only handle specific exceptions");
    }

    /** Except Throwable, which the compiler catches to close resources, and RuntimeException, for clean-up. */
    private static ArchRule noGenericCatch(Root root) {
        return noCodeUnits()
                .that(areNot(root, CATCH_WHAT_OTHERS_DECLARE))
                .should(be(describe("a place where Exception is caught", FailureRules::catchesException)))
                .because("it would also catch unexpected failures, including interrupts");
    }

    private static boolean isGeneric(JavaClass thrown) {
        return GENERIC.contains(thrown.getName());
    }

    private static boolean catchesException(JavaCodeUnit unit) {
        return unit.getTryCatchBlocks().stream()
                .flatMap(block -> block.getCaughtThrowables().stream())
                .anyMatch(caught -> caught.isEquivalentTo(Exception.class));
    }

    private static DescribedPredicate<JavaCodeUnit> areNot(Root root, Set<String> excepted) {
        return describe(
                "are not one of " + excepted,
                unit -> excepted.stream().map(root::named).noneMatch(place -> place.equals(place(unit))));
    }

    static String place(JavaCodeUnit unit) {
        return unit.getOwner().getName() + "." + unit.getName();
    }
}
