package dev.parley.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;

import com.google.inject.Provides;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchRule;
import io.dropwizard.db.PooledDataSourceFactory;
import java.sql.DriverManager;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Objects are created first and started after that, in one sequence. */
final class StartRules {

    private static final Map<Class<?>, Pattern> STARTS = Map.of(
            Thread.class, Pattern.compile("start.*"),
            Thread.Builder.class, Pattern.compile("start"),
            Executor.class, Pattern.compile("execute|submit|invoke.*|schedule.*"),
            DriverManager.class, Pattern.compile("getConnection"),
            DataSource.class, Pattern.compile("getConnection"),
            PooledDataSourceFactory.class, Pattern.compile("build"),
            Jdbi.class, Pattern.compile("open|with.*|use.*|inTransaction"));

    private static final Pattern OUR_STARTS = Pattern.compile("start.*|open.*|migrate|joinOrStart");

    private StartRules() {}

    static List<HexagonRule> of(Root root) {
        return List.of(new HexagonRule("12-creating-starts-nothing", creatingStartsNothing(root)));
    }

    private static ArchRule creatingStartsNothing(Root root) {
        return noCodeUnits()
                .that(describe(
                        "are constructors or @Provides methods",
                        unit -> unit instanceof JavaConstructor || unit.isAnnotatedWith(Provides.class)))
                .should(be(describe("a place that starts or opens something", unit -> starts(unit, root))))
                .because("the start sequence starts and stops every part, in an order that can be read");
    }

    private static boolean starts(JavaCodeUnit unit, Root root) {
        return starts(unit, root, new HashSet<>());
    }

    /** Also through other code of Parley, but not through a lambda that this code only creates. */
    private static boolean starts(JavaCodeUnit unit, Root root, Set<JavaCodeUnit> seen) {
        return seen.add(unit)
                && (unit.getMethodCallsFromSelf().stream().anyMatch(call -> isStart(call.getTarget(), root))
                        || called(unit, root).anyMatch(next -> starts(next, root, seen)));
    }

    private static Stream<? extends JavaCodeUnit> called(JavaCodeUnit unit, Root root) {
        return unit.getCallsFromSelf().stream()
                .filter(call -> !call.isDeclaredInLambda())
                .filter(call -> call.getTargetOwner().getPackageName().startsWith(root.name()))
                .flatMap(call -> call.getTarget().resolveMember().stream());
    }

    private static boolean isStart(MethodCallTarget called, Root root) {
        return STARTS.entrySet().stream()
                        .anyMatch(start -> called.getOwner().isAssignableTo(start.getKey())
                                && start.getValue().matcher(called.getName()).matches())
                || called.getOwner().getPackageName().startsWith(root.name())
                        && OUR_STARTS.matcher(called.getName()).matches();
    }
}
