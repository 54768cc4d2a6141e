package dev.parley.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Tests are written in one way, and against things that behave. */
final class TestCodeRules {

    private TestCodeRules() {}

    static List<HexagonRule> of() {
        return List.of(new HexagonRule("14-no-mocks", noMocks()), new HexagonRule("14-assertj-only", assertJOnly()));
    }

    /** Wherever Mockito's packages are: it is not among our dependencies, and so the planted one is not the real one. */
    private static ArchRule noMocks() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..mockito..")
                .because("a mock agrees with whatever its test believes; the adapters in memory pass the contracts");
    }

    private static ArchRule assertJOnly() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.junit.jupiter.api.Assertions")
                .because("one way to assert reads faster than two, and says more when it fails");
    }
}
