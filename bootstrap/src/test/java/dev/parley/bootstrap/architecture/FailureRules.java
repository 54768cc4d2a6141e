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

    private static final Set<String> ANYTHING =
            Set.of(Throwable.class.getName(), Exception.class.getName(), RuntimeException.class.getName());

    /** Overridden framework methods may declare these types. */
    static final Set<String> CATCH_WHAT_OTHERS_DECLARE = Set.of(
            Part.BOOTSTRAP.place() + ".command.SchemaCommand.runOn",
            Part.BOOTSTRAP.place() + ".store.Schema.with",
            Part.BOOTSTRAP.place() + ".wiring.ResourceStack.closeOne");

    /** The signature that Dropwizard requires to run an application. */
    static final Set<String> DECLARE_WHAT_OTHERS_DECLARE = Set.of(Part.BOOTSTRAP.place() + ".Parley.main");

    private FailureRules() {}

    static List<HexagonRule> of(Root root) {
        return List.of(
                new HexagonRule("12-nobody-throws-anything", nobodyThrowsAnything()),
                new HexagonRule("12-nobody-declares-anything", nobodyDeclaresAnything(root)),
                new HexagonRule("12-nobody-catches-anything", nobodyCatchesAnything(root)));
    }

    private static ArchRule nobodyThrowsAnything() {
        return noClasses().should(THROW_GENERIC_EXCEPTIONS).because("a bug and a refusal must not look alike");
    }

    private static ArchRule nobodyDeclaresAnything(Root root) {
        return noCodeUnits()
                .that(areNot(root, DECLARE_WHAT_OTHERS_DECLARE))
                .and()
                .doNotHaveModifier(JavaModifier.BRIDGE)
                .should(be(describe(
                        "free to throw anything",
                        unit -> unit.getExceptionTypes().stream().anyMatch(FailureRules::isAnything))))
                .because("a caller can only handle what has a name");
    }

    /** Except Throwable, which the compiler catches to close resources, and RuntimeException, for clean-up. */
    private static ArchRule nobodyCatchesAnything(Root root) {
        return noCodeUnits()
                .that(areNot(root, CATCH_WHAT_OTHERS_DECLARE))
                .should(be(describe("a place where Exception is caught", FailureRules::catchesException)))
                .because("it would catch what nobody thought of, and interrupts among it");
    }

    private static boolean isAnything(JavaClass thrown) {
        return ANYTHING.contains(thrown.getName());
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
