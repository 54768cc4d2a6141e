package dev.parley.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** A resource is shared by all requests, so it translates and has no state. */
final class ResourceRules {

    private ResourceRules() {}

    static List<HexagonRule> of(Root root) {
        return List.of(
                new HexagonRule("13-resources-are-final-inside", resourcesAreFinalInside(root)),
                new HexagonRule("13-resources-hold-use-cases", resourcesHoldUseCases(root)),
                new HexagonRule("13-resources-declare-no-failures", resourcesDeclareNoFailures(root)));
    }

    private static DescribedPredicate<JavaClass> resources(Root root) {
        return root.in(Part.REST).and(nameEndingWith("Resource"));
    }

    private static ArchRule resourcesAreFinalInside(Root root) {
        return fields().that()
                .areDeclaredInClassesThat(resources(root))
                .should()
                .beFinal()
                .because("requests run concurrently");
    }

    private static ArchRule resourcesHoldUseCases(Root root) {
        return fields().that()
                .areDeclaredInClassesThat(resources(root))
                .and()
                .areNotStatic()
                .should()
                .haveRawType(root.in(Part.PORT_IN).or(transports(root)).or(documents(root)))
                .because("any other field would be logic or state");
    }

    /** Types that respond after the resource method has returned (docs/adr/0011-events.md). */
    private static DescribedPredicate<JavaClass> transports(Root root) {
        return root.in(Part.REST).and(nameEndingWith("EventStreams").or(nameEndingWith("EventPolls")));
    }

    /** Data about the service itself, the same for every client. */
    private static DescribedPredicate<JavaClass> documents(Root root) {
        return root.in(Part.REST).and(nameEndingWith("ServedFiles").or(nameEndingWith("ServedFile")));
    }

    private static ArchRule resourcesDeclareNoFailures(Root root) {
        return noMethods()
                .that()
                .areDeclaredInClassesThat(resources(root))
                .and()
                .arePublic()
                .should(be(describe(
                        "declared to throw a checked exception",
                        method -> method.getExceptionTypes().stream()
                                .anyMatch(thrown -> !thrown.isAssignableTo(RuntimeException.class)))))
                .because("the result of a use case states its failures");
    }
}
