package dev.parley.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.BE_ANNOTATED_WITH_AN_INJECTION_ANNOTATION;

import com.codahale.metrics.MetricRegistry;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.slf4j.Logger;

/** Coding rules that are cheap to keep from the start and expensive to introduce later. */
final class HygieneRules {

    static final String MAIN = Part.BOOTSTRAP.place() + ".Parley";

    private HygieneRules() {}

    static List<HexagonRule> of(Root root) {
        return List.of(
                new HexagonRule("12-constructors-take-everything", constructorsTakeEverything()),
                new HexagonRule("12-only-main-has-standard-streams", onlyMainHasStandardStreams(root)),
                new HexagonRule("12-one-logging-api", oneLoggingApi()),
                new HexagonRule("12-one-metrics-system", oneMetricsSystem()),
                new HexagonRule("12-loggers-are-private-constants", loggersArePrivateConstants()),
                new HexagonRule("12-nothing-is-visible-for-testing", nothingIsVisibleForTesting()));
    }

    private static ArchRule constructorsTakeEverything() {
        return noFields()
                .should(BE_ANNOTATED_WITH_AN_INJECTION_ANNOTATION)
                .orShould()
                .beAnnotatedWith("jakarta.ws.rs.core.Context")
                .because("an object with constructor parameters is complete and can be created in a test");
    }

    private static ArchRule onlyMainHasStandardStreams(Root root) {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName(root.named(MAIN))
                .should(ACCESS_STANDARD_STREAMS)
                .because("commands receive their output stream, and all other output is logged");
    }

    private static ArchRule oneLoggingApi() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .because("the service logs through SLF4J");
    }

    private static ArchRule oneMetricsSystem() {
        return noClasses()
                .should()
                .callMethodWhere(describe(
                        "a method of MetricRegistry",
                        call -> call.getTarget().getOwner().isAssignableTo(MetricRegistry.class)))
                .because("Parley counts for /prometheus; what Dropwizard and its libraries count stays at /metrics");
    }

    private static ArchRule loggersArePrivateConstants() {
        return fields().that()
                .haveRawType(Logger.class)
                .should()
                .bePrivate()
                .andShould()
                .beStatic()
                .andShould()
                .beFinal()
                .because("a logger has the name of its class");
    }

    private static ArchRule nothingIsVisibleForTesting() {
        return noMembers()
                .should()
                .beAnnotatedWith(describe("@VisibleForTesting of any library", HygieneRules::isVisibleForTesting))
                .because("tests use the same API as other code");
    }

    private static boolean isVisibleForTesting(JavaAnnotation<?> annotation) {
        return "VisibleForTesting".equals(annotation.getRawType().getSimpleName());
    }
}
