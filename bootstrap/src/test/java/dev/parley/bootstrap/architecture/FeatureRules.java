package dev.parley.bootstrap.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.modules.syntax.AllowedModuleDependencies.allow;
import static com.tngtech.archunit.library.modules.syntax.ModuleDependencyScope.consideringOnlyDependenciesBetweenModules;
import static com.tngtech.archunit.library.modules.syntax.ModuleRuleDefinition.modules;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.modules.syntax.AllowedModuleDependencies;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Features stay separate, so that one can be read, changed or removed without the others. */
final class FeatureRules {

    private FeatureRules() {}

    static List<HexagonRule> of(Root root) {
        return List.of(
                new HexagonRule("05-features-use-few-others", featuresKnowFewOthers(root)),
                new HexagonRule("05-services-do-not-call-services", servicesDoNotCallServices(root)),
                new HexagonRule("05-packages-have-no-cycles", packagesHaveNoCycles(root)));
    }

    private static ArchRule featuresKnowFewOthers(Root root) {
        return modules()
                .definedByPackages(featuresOf(root, Part.DOMAIN, Part.PORT_IN, Part.PORT_OUT))
                .derivingNameFromPattern("$1")
                .should()
                .respectTheirAllowedDependencies(allowList(), consideringOnlyDependenciesBetweenModules())
                .because("a feature that uses another cannot be changed or removed independently");
    }

    private static String featuresOf(Root root, Part... parts) {
        return Stream.of(parts).map(Part::place).collect(Collectors.joining("|", root.name() + ".[", "].(*).."));
    }

    private static AllowedModuleDependencies allowList() {
        AllowedModuleDependencies allowed =
                allow().fromModule(Feature.SHARED.place()).toModules();
        for (Feature feature : Feature.values()) {
            allowed = allowed.fromModule(feature.place())
                    .toModules(feature.known().map(Feature::place).toArray(String[]::new));
        }
        return allowed;
    }

    private static ArchRule servicesDoNotCallServices(Root root) {
        return slices().matching(root.named(Part.SERVICE.place()) + ".(**)")
                .should()
                .notDependOnEachOther()
                .because("use cases combine features through ports; chains of use cases hide what runs");
    }

    private static ArchRule packagesHaveNoCycles(Root root) {
        return slices().matching(root.name() + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("packages in a cycle cannot be changed independently");
    }
}
