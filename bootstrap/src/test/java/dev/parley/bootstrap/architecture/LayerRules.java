package dev.parley.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.or;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Dependencies point inwards, so that the core can be read and tested without its technology. */
final class LayerRules {

    /** Arrays belong to the package without a name. */
    private static final String ARRAYS = "";

    private LayerRules() {}

    static List<HexagonRule> of(Root root) {
        return List.of(
                new HexagonRule("01-domain-uses-itself", domainUsesItself(root)),
                new HexagonRule("02-application-uses-the-domain", applicationUsesTheDomain(root)),
                new HexagonRule("03-in-ports-stand-apart", standsApart(root, Part.PORT_IN, Part.PORT_OUT)),
                new HexagonRule("03-out-ports-stand-apart", standsApart(root, Part.PORT_OUT, Part.PORT_IN)),
                new HexagonRule("03-ports-hold-no-code", portsHoldNoCode(root)),
                new HexagonRule("04-rest-sees-in-ports", adapterSees(root, Part.REST, Part.PORT_IN)),
                new HexagonRule("04-persistence-sees-out-ports", adapterSees(root, Part.PERSISTENCE, Part.PORT_OUT)),
                new HexagonRule("04-services-are-wired-only", seenByBootstrapAlone(root, Part.SERVICE)),
                new HexagonRule("04-bootstrap-is-not-used", seenByBootstrapAlone(root, Part.BOOTSTRAP)));
    }

    private static ArchRule domainUsesItself(Root root) {
        return classes()
                .that(root.in(Part.DOMAIN))
                .should()
                .onlyDependOnClassesThat(
                        or(root.in(Part.DOMAIN), resideInAnyPackage("java..", "org.jspecify..", ARRAYS)))
                .because("the domain does not depend on storage or transport");
    }

    private static ArchRule applicationUsesTheDomain(Root root) {
        return classes()
                .that(root.in(Part.APPLICATION))
                .should()
                .onlyDependOnClassesThat(or(
                        root.in(Part.APPLICATION, Part.DOMAIN),
                        resideInAnyPackage("java..", "org.jspecify..", "org.slf4j..", ARRAYS)))
                .because("use cases run the same in tests, commands and HTTP requests");
    }

    private static ArchRule standsApart(Root root, Part ports, Part others) {
        return noClasses()
                .that(root.in(ports))
                .should()
                .dependOnClassesThat(root.in(others, Part.SERVICE))
                .because("in-ports and out-ports change for different reasons and are independent of services");
    }

    private static ArchRule portsHoldNoCode(Root root) {
        return classes()
                .that(root.in(Part.PORT_IN, Part.PORT_OUT))
                .should()
                .beInterfaces()
                .orShould()
                .beRecords()
                .orShould()
                .beEnums()
                .because("a port states the contract; services and adapters implement it");
    }

    private static ArchRule adapterSees(Root root, Part adapter, Part ports) {
        return noClasses()
                .that(root.in(adapter))
                .should()
                .dependOnClassesThat(root.elsewhereThan(adapter, ports, Part.DOMAIN))
                .because("an adapter uses the core through its ports, and no other adapter");
    }

    private static ArchRule seenByBootstrapAlone(Root root, Part hidden) {
        return noClasses()
                .that(root.outside(hidden, Part.BOOTSTRAP))
                .should()
                .dependOnClassesThat(root.in(hidden))
                .because("only the wiring chooses the implementation of a port");
    }
}
