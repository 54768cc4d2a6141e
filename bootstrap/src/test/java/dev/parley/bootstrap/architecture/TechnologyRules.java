package dev.parley.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Each technology has a home, so that it can be replaced there. One rule for each package, for each must bite. */
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
                .because("what can be replaced is known in one place");
    }
}
