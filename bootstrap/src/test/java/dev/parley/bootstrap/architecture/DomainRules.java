package dev.parley.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The domain consists of immutable values. */
final class DomainRules {

    private DomainRules() {}

    static List<HexagonRule> of(Root root) {
        return List.of(
                new HexagonRule("08-domain-is-values", domainIsValues(root)),
                new HexagonRule("08-domain-has-no-setters", domainHasNoSetters(root)),
                new HexagonRule("08-domain-fields-are-final", domainFieldsAreFinal(root)));
    }

    private static ArchRule domainIsValues(Root root) {
        return classes()
                .that(root.in(Part.DOMAIN))
                .should()
                .beRecords()
                .orShould()
                .beEnums()
                .orShould()
                .beInterfaces()
                .orShould()
                .beAssignableTo(Throwable.class)
                .orShould()
                .haveOnlyPrivateConstructors()
                .because("the domain hands out values: a record rejects invalid ones and compares by value");
    }

    private static ArchRule domainHasNoSetters(Root root) {
        return noMethods()
                .that()
                .areDeclaredInClassesThat(root.in(Part.DOMAIN))
                .should()
                .haveNameMatching("set[A-Z].*")
                .because("a change is a new value");
    }

    private static ArchRule domainFieldsAreFinal(Root root) {
        return fields().that()
                .areDeclaredInClassesThat(root.in(Part.DOMAIN))
                .should()
                .beFinal()
                .because("values are shared between threads");
    }
}
