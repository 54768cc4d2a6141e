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

/** Every rule bites: it names each planted class that says that it breaks it, and there is one at least. */
class HexagonTeethTest {

    private static final JavaClasses PLANTED = ImportedCode.planted();

    static List<HexagonRule> rules() {
        return HexagonRules.forRoot(ImportedCode.PLANTED_ROOT).all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void ruleFindsEveryPlantedViolation(HexagonRule rule) {
        List<String> culprits = PLANTED.stream()
                .filter(planted -> broken(planted).anyMatch(rule.name()::equals))
                .map(JavaClass::getName)
                .toList();

        List<String> findings = rule.rule().evaluate(PLANTED).getFailureReport().getDetails().stream()
                .filter(finding -> !finding.contains(Breaks.class.getName())) // the label is no violation
                .toList();

        assertThat(culprits)
                .as("planted violations")
                .isNotEmpty()
                .allSatisfy(culprit -> assertThat(findings)
                        .anyMatch(finding -> finding.matches("(?s).*" + culprit.replace("$", "\\$") + "\\b.*")));
    }

    @Test
    void plantedClassesBreakRulesThatThereAre() {
        assertThat(PLANTED.stream().flatMap(HexagonTeethTest::broken))
                .isSubsetOf(rules().stream().map(HexagonRule::name).toList());
    }

    private static Stream<String> broken(JavaClass planted) {
        return planted.tryGetAnnotationOfType(Breaks.class).map(Breaks::value).stream()
                .flatMap(Stream::of);
    }
}
