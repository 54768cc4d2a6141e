package dev.parley.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The name of a type determines its package, and the package determines the name. */
final class NameRules {

    private NameRules() {}

    static List<HexagonRule> of(Root root) {
        return List.of(
                new HexagonRule("09-use-cases-are-in-ports", onlyIn(root, Part.PORT_IN, "UseCase")),
                new HexagonRule("09-queries-are-in-ports", onlyIn(root, Part.PORT_IN, "Queries")),
                new HexagonRule("09-in-ports-are-use-cases-or-queries", inPortsAreUseCasesOrQueries(root)),
                new HexagonRule("09-services-are-in-service", onlyIn(root, Part.SERVICE, "Service")),
                new HexagonRule("09-service-holds-services", serviceHoldsServices(root)),
                new HexagonRule("09-a-service-is-one-in-port", serviceIsOneInPort(root)),
                new HexagonRule("09-resources-are-in-rest", onlyIn(root, Part.REST, "Resource")),
                new HexagonRule("09-requests-are-in-rest", onlyIn(root, Part.REST, "Request")),
                new HexagonRule("09-responses-are-in-rest", onlyIn(root, Part.REST, "Response")),
                new HexagonRule("09-paths-are-of-resources", pathsAreOfResources()),
                new HexagonRule("09-stores-are-called-jdbi", storesAreCalledJdbi(root)),
                new HexagonRule("09-jdbi-is-in-persistence", jdbiIsInPersistence(root)),
                new HexagonRule("09-names-say-something", namesSaySomething()));
    }

    private static ArchRule onlyIn(Root root, Part part, String ending) {
        return noClasses()
                .that(root.outside(part))
                .should()
                .haveSimpleNameEndingWith(ending)
                .because("a suffix must determine the layer");
    }

    /** Each command is a use case. The small queries of a feature share one port, because they change for one reason. */
    private static ArchRule inPortsAreUseCasesOrQueries(Root root) {
        return classes()
                .that(root.in(Part.PORT_IN))
                .and()
                .areTopLevelClasses()
                .and()
                .areInterfaces()
                .should()
                .haveSimpleNameEndingWith("UseCase")
                .orShould()
                .haveSimpleNameEndingWith("Queries")
                .because("in-ports are found by their suffix");
    }

    private static ArchRule serviceHoldsServices(Root root) {
        return classes()
                .that(root.in(Part.SERVICE))
                .and()
                .areTopLevelClasses()
                .should()
                .haveSimpleNameEndingWith("Service")
                .andShould()
                .haveModifier(JavaModifier.FINAL)
                .because("the service package has no place for helpers");
    }

    private static ArchRule serviceIsOneInPort(Root root) {
        return classes()
                .that(root.in(Part.SERVICE))
                .and()
                .haveSimpleNameEndingWith("Service")
                .should(be(describe("one in-port", service -> isOneInPort(service, root.in(Part.PORT_IN)))))
                .because("a service with two in-ports has two reasons to change");
    }

    private static boolean isOneInPort(JavaClass service, DescribedPredicate<JavaClass> inPort) {
        return service.getRawInterfaces().size() == 1
                && service.getRawInterfaces().stream().allMatch(inPort);
    }

    private static ArchRule pathsAreOfResources() {
        return classes()
                .that()
                .areAnnotatedWith("jakarta.ws.rs.Path")
                .should()
                .haveSimpleNameEndingWith("Resource")
                .because("routes are found by the name of their class");
    }

    private static ArchRule storesAreCalledJdbi(Root root) {
        return classes()
                .that(root.in(Part.PERSISTENCE))
                .and(describe(
                        "implement an out-port",
                        store -> store.getAllRawInterfaces().stream().anyMatch(root.in(Part.PORT_OUT))))
                .should()
                .haveNameMatching(".*[.$](Jdbi|Cached|Batched)\\w+")
                .because("an adapter is named after its port and its technology, or after what it adds to one");
    }

    private static ArchRule jdbiIsInPersistence(Root root) {
        return noClasses()
                .that(root.outside(Part.PERSISTENCE))
                .should()
                .haveSimpleNameStartingWith("Jdbi")
                .because("a suffix must determine the layer");
    }

    private static ArchRule namesSaySomething() {
        return noClasses()
                .should()
                .haveNameMatching(".*[.$](I[A-Z][a-z]\\w*|\\w*(Impl|Manager|Utils?|Helper|Data))")
                .because("such a name fits any code");
    }
}
