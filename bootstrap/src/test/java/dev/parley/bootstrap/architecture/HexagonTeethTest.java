package dev.parley.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import dev.parley.planted.Breaks;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule detects its planted violations: it reports each planted class that names the rule, and there is at least
 * one.
 */
class HexagonTeethTest {

    private static final JavaClasses PLANTED = ImportedCode.planted();

    static List<HexagonRule> rules() {
        return HexagonRules.forRoot(ImportedCode.PLANTED_ROOT).all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void ruleReportsEveryPlantedViolation(HexagonRule rule) {
        List<String> culprits = PLANTED.stream()
                .filter(planted -> broken(planted).anyMatch(rule.name()::equals))
                .map(JavaClass::getName)
                .toList();

        List<String> findings = rule.rule().evaluate(PLANTED).getFailureReport().getDetails().stream()
                .filter(finding ->
                        !finding.contains(Breaks.class.getName())) // the annotation itself is not a violation
                .toList();

        assertThat(culprits)
                .as("planted violations")
                .isNotEmpty()
                .allSatisfy(culprit -> assertThat(findings)
                        .anyMatch(finding -> finding.matches("(?s).*" + culprit.replace("$", "\\$") + "\\b.*")));
    }

    @Test
    void plantedClassesNameExistingRules() {
        assertThat(PLANTED.stream().flatMap(HexagonTeethTest::broken))
                .isSubsetOf(rules().stream().map(HexagonRule::name).toList());
    }

    private static Stream<String> broken(JavaClass planted) {
        return planted.tryGetAnnotationOfType(Breaks.class).map(Breaks::value).stream()
                .flatMap(Stream::of);
    }
}
