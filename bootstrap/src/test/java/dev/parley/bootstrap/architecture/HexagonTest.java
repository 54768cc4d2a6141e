package dev.parley.bootstrap.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Parley keeps the architecture rules, and every pattern of a rule matches some class. */
class HexagonTest {

    /** Fewer would mean that the import misses a module, so that rules pass without checking it. */
    private static final int FEWEST_CLASSES = 300;

    private static final Root ROOT = new Root(ImportedCode.ROOT);
    private static final HexagonRules RULES = HexagonRules.forRoot(ImportedCode.ROOT);
    private static final JavaClasses PRODUCTION = ImportedCode.production();
    private static final JavaClasses WITH_TESTS = ImportedCode.withTests();

    static List<HexagonRule> rulesOfProduction() {
        return RULES.ofProduction();
    }

    static List<HexagonRule> rulesOfTests() {
        return RULES.ofTests();
    }

    @ParameterizedTest
    @MethodSource("rulesOfProduction")
    void productionKeepsTheRule(HexagonRule rule) {
        rule.rule().check(PRODUCTION);
    }

    @ParameterizedTest
    @MethodSource("rulesOfTests")
    void testsKeepTheRule(HexagonRule rule) {
        rule.rule().check(WITH_TESTS);
    }

    @Test
    void allProductionClassesAreImported() {
        assertThat(PRODUCTION.size()).isGreaterThan(FEWEST_CLASSES);
        assertThat(PRODUCTION.stream().filter(ImportedCode::isTest)).isEmpty();
    }

    @Test
    void classesNamedByRulesExist() {
        assertThat(PRODUCTION)
                .extracting(JavaClass::getName)
                .contains(
                        ROOT.named(ActivityLogRules.PORT),
                        ROOT.named(ActivityLogRules.LOG_STORE),
                        ROOT.named(ActivityLogRules.STATE_STORE),
                        ROOT.named(HygieneRules.MAIN));
    }

    @Test
    void methodsExemptedByRulesExist() {
        assertThat(PRODUCTION.stream()
                        .flatMap(javaClass -> javaClass.getCodeUnits().stream())
                        .map(FailureRules::place))
                .containsAll(Stream.of(FailureRules.CATCH_WHAT_OTHERS_DECLARE, FailureRules.DECLARE_WHAT_OTHERS_DECLARE)
                        .flatMap(Set::stream)
                        .map(ROOT::named)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void everyPartHasClasses(Part part) {
        assertThat(PRODUCTION.that(ROOT.in(part))).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyFeatureHasClassesInTheDomainOrThePorts(Feature feature) {
        assertThat(PRODUCTION.that(ROOT.in(Part.DOMAIN, Part.PORT_IN, Part.PORT_OUT)
                        .and(resideInAPackage(".." + feature.place()))))
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"DOMAIN", "APPLICATION", "REST", "PERSISTENCE", "BOOTSTRAP"})
    void testsOfEveryModuleAreImported(Part part) {
        assertThat(WITH_TESTS.that(ROOT.in(part)))
                .as("tests of %s: build the other modules too (-am), up to their tests", part)
                .anyMatch(ImportedCode::isTest);
    }

    @Test
    void everyFeaturePackageIsListed() {
        assertThat(PRODUCTION.that(ROOT.in(Part.DOMAIN)))
                .extracting(JavaClass::getPackageName)
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .isSubsetOf(Stream.of(Feature.values()).map(Feature::place).toList());
    }
}
