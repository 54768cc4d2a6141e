package dev.parley.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Tests use one assertion style, and no mocks. */
final class TestCodeRules {

    private TestCodeRules() {}

    static List<HexagonRule> of() {
        return List.of(new HexagonRule("14-no-mocks", noMocks()), new HexagonRule("14-assertj-only", assertJOnly()));
    }

    /** Any package of this name: Mockito is not a dependency, so the planted violation has its own. */
    private static ArchRule noMocks() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..mockito..")
                .because("a mock repeats the assumptions of its test; in-memory adapters pass the contracts");
    }

    private static ArchRule assertJOnly() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.junit.jupiter.api.Assertions")
                .because("one assertion library is easier to read, with better failure messages");
    }
}
