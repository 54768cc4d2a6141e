package dev.parley.bootstrap.architecture;

import java.util.List;
import java.util.stream.Stream;

/** The architecture rules. */
final class HexagonRules {

    private final Root root;

    private HexagonRules(Root root) {
        this.root = root;
    }

    /** The rules for the code below a package: the project, or the planted violations. */
    static HexagonRules forRoot(String root) {
        return new HexagonRules(new Root(root));
    }

    /** Rules for production code. */
    List<HexagonRule> ofProduction() {
        return Stream.of(
                        LayerRules.of(root),
                        FeatureRules.of(root),
                        TechnologyRules.of(root),
                        SurpriseRules.of(root),
                        StartRules.of(root),
                        DomainRules.of(root),
                        NameRules.of(root),
                        ActivityLogRules.of(root),
                        HygieneRules.of(root),
                        FailureRules.of(root),
                        ResourceRules.of(root))
                .flatMap(List::stream)
                .toList();
    }

    /** Rules that also need the test code. */
    List<HexagonRule> ofTests() {
        return Stream.of(ContractRules.of(root), TestCodeRules.of())
                .flatMap(List::stream)
                .toList();
    }

    List<HexagonRule> all() {
        return Stream.of(ofProduction(), ofTests()).flatMap(List::stream).toList();
    }
}
