package dev.parley.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** Every out-port has one contract, run by every adapter, which keeps the in-memory adapter and the real one equal. */
final class ContractRules {

    /** The real adapter, and the in-memory adapter that other tests use. */
    private static final int ADAPTERS = 2;

    private ContractRules() {}

    static List<HexagonRule> of(Root root) {
        return List.of(new HexagonRule("10-out-ports-have-contracts", outPortsHaveContracts(root)));
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

    /** A contract must use its port. */
    private static Stream<JavaClass> contracts(JavaClass port, Root root) {
        String name = root.named("application.testkit.contract." + port.getSimpleName() + "Contract");
        return port.getDirectDependenciesToSelf().stream()
                .map(Dependency::getOriginClass)
                .filter(origin -> origin.getName().equals(name))
                .distinct();
    }
}
