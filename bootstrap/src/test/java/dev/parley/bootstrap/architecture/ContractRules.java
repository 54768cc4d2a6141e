package dev.parley.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.platform.commons.annotation.Testable;

/** Every out-port has one contract, run by every adapter, which keeps the in-memory adapter and the real one equal. */
final class ContractRules {

    private static final String CONTRACTS = "application.testkit.contract";

    /** The real adapter, and the in-memory adapter that other tests use. */
    private static final int ADAPTERS = 2;

    private ContractRules() {}

    static List<HexagonRule> of(Root root) {
        return List.of(
                new HexagonRule("10-out-ports-have-contracts", outPortsHaveContracts(root)),
                new HexagonRule("10-contracts-nest-all-cases", contractsNestAllCases(root)));
    }

    private static ArchRule outPortsHaveContracts(Root root) {
        return classes()
                .that(root.in(Part.PORT_OUT))
                .and()
                .areInterfaces()
                .and()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .should(be(describe(
                        "bound by a contract that " + ADAPTERS + " adapters run",
                        port -> isBoundByContract(port, root))))
                .because("adapters differ in behaviour that no contract states");
    }

    private static boolean isBoundByContract(JavaClass port, Root root) {
        return contracts(port, root)
                .anyMatch(contract -> contract.getAllSubclasses().stream()
                                .filter(subclass -> !subclass.getModifiers().contains(JavaModifier.ABSTRACT))
                                .count()
                        >= ADAPTERS);
    }

    /** A contract must use its port, itself or in cases that it nests. */
    private static Stream<JavaClass> contracts(JavaClass port, Root root) {
        String name = root.named(CONTRACTS + "." + port.getSimpleName() + "Contract");
        return port.getDirectDependenciesToSelf().stream()
                .map(Dependency::getOriginClass)
                .flatMap(origin -> Stream.concat(Stream.of(origin), nesting(origin)))
                .filter(user -> user.getName().equals(name))
                .distinct();
    }

    /** JUnit does not run an abstract class, nor an inner class without the annotation, and does not fail either. */
    private static ArchRule contractsNestAllCases(Root root) {
        return classes()
                .that()
                .resideInAPackage(root.named(CONTRACTS))
                .and()
                .haveModifier(JavaModifier.ABSTRACT)
                .and()
                .haveSimpleNameNotEndingWith("Contract")
                .and(describe(
                        "declare tests",
                        cases -> cases.getMethods().stream()
                                .anyMatch(method -> method.isMetaAnnotatedWith(Testable.class))))
                .should(be(describe(
                        "extended by a @Nested class of a contract",
                        cases -> nesting(cases)
                                .anyMatch(nesting -> nesting.getSimpleName().endsWith("Contract")))))
                .because("no adapter runs the others");
    }

    /** The classes in which a @Nested class extends the cases. */
    private static Stream<JavaClass> nesting(JavaClass cases) {
        return cases.getAllSubclasses().stream()
                .filter(subclass -> subclass.isAnnotatedWith(Nested.class))
                .map(JavaClass::getEnclosingClass)
                .flatMap(Optional::stream);
    }
}
