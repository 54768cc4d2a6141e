package dev.parley.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * Each technology is restricted to some parts, so that it can be replaced there. Each package has its own rule, so that
 * each can be tested by a planted violation.
 */
final class TechnologyRules {

    private TechnologyRules() {}

    static List<HexagonRule> of(Root root) {
        return Technology.all()
                .map(technology -> new HexagonRule("06-home-of-" + technology.packages(), staysHome(root, technology)))
                .toList();
    }

    private static ArchRule staysHome(Root root, Technology technology) {
        return noClasses()
                .that(root.outside(technology.homes().toArray(Part[]::new)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(technology.packages())
                .because("a technology used in one place can be replaced");
    }
}
