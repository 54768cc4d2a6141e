package dev.parley.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The activity log supports append and read only, in its own database; its database role enforces the same. */
final class ActivityLogRules {

    static final String PORT = Part.PORT_OUT.place() + ".activity.ActivityLog";
    static final String LOG_STORE = Part.LOG_STORE.place() + ".LogStore";
    static final String STATE_STORE = Part.PERSISTENCE.place() + ".shared.StateStore";

    private ActivityLogRules() {}

    static List<HexagonRule> of(Root root) {
        return List.of(
                new HexagonRule("11-the-log-appends-and-reads", logAppendsAndReads(root)),
                new HexagonRule("11-the-log-has-its-own-store", logHasItsOwnStore(root)),
                new HexagonRule("11-the-log-joins-no-state", logJoinsNoState(root)));
    }

    private static ArchRule logAppendsAndReads(Root root) {
        return methods()
                .that()
                .areDeclaredIn(root.named(PORT))
                .should()
                .haveNameMatching("(append|read)([A-Z].*)?")
                .because("the activity log is append-only");
    }

    private static ArchRule logHasItsOwnStore(Root root) {
        return noClasses()
                .that(root.outside(Part.LOG_STORE, Part.BOOTSTRAP))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(root.named(LOG_STORE))
                .because("code without access to the log store cannot forge the log");
    }

    private static ArchRule logJoinsNoState(Root root) {
        return noClasses()
                .that(root.in(Part.LOG_STORE))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(root.named(STATE_STORE))
                .because("the two databases may be on different servers, connected only by the outbox");
    }
}
