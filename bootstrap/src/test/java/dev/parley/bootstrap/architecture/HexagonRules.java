package dev.parley.bootstrap.architecture;

import java.util.List;
import java.util.stream.Stream;

/** What keeps the hexagon a hexagon. */
final class HexagonRules {

    private final Root root;

    private HexagonRules(Root root) {
        this.root = root;
    }

    /** The rules for the code below a package: our own, or one full of violations that proves that they bite. */
    static HexagonRules forRoot(String root) {
        return new HexagonRules(new Root(root));
    }

    /** Rules for what is shipped. */
    List<HexagonRule> ofProduction() {
        return Stream.of(
                        LayerRules.of(root),
                        FeatureRules.of(root),
                        TechnologyRules.of(root),
                        SurpriseRules.of(root),
                        DomainRules.of(root),
                        NameRules.of(root),
                        ActivityLogRules.of(root),
                        HygieneRules.of(root),
                        FailureRules.of(root),
                        ResourceRules.of(root))
                .flatMap(List::stream)
                .toList();
    }

    /** Rules that need the tests to be seen beside what is shipped. */
    List<HexagonRule> ofTests() {
        return Stream.of(ContractRules.of(root), TestCodeRules.of())
                .flatMap(List::stream)
                .toList();
    }

    List<HexagonRule> all() {
        return Stream.of(ofProduction(), ofTests()).flatMap(List::stream).toList();
    }
}
