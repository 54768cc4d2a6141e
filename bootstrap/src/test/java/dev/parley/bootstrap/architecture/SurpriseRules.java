package dev.parley.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Time and randomness are injected, so that tests control them. */
final class SurpriseRules {

    private static final Map<Class<?>, Pattern> CLOCKS = Map.of(
            Clock.class, Pattern.compile("system.*|tick[A-Z].*"),
            System.class, Pattern.compile("currentTimeMillis|nanoTime"));

    private static final Map<Class<?>, Pattern> DICE =
            Map.of(UUID.class, Pattern.compile("randomUUID"), Math.class, Pattern.compile("random"));

    private static final Map<Class<?>, Pattern> BEDS =
            Map.of(Thread.class, Pattern.compile("sleep"), TimeUnit.class, Pattern.compile("sleep"));

    private SurpriseRules() {}

    static List<HexagonRule> of(Root root) {
        return List.of(
                new HexagonRule("07-no-now", noNow(root)),
                new HexagonRule("07-no-own-clock", noAccessTo(root, CLOCKS)),
                new HexagonRule("07-no-own-randomness", noAccessTo(root, DICE)),
                new HexagonRule("07-no-source-of-randomness", noSourceOfChance(root)),
                new HexagonRule("07-no-sleep", noAccessTo(root, BEDS)));
    }

    private static ArchRule noNow(Root root) {
        return noClasses()
                .that(root.outside(Part.BOOTSTRAP))
                .should()
                .accessTargetWhere(target(describe(
                        "java.time's now()",
                        member -> "now".equals(member.getName())
                                && member.getOwner().getPackageName().startsWith("java.time"))))
                .because("the injected Clock can be controlled by a test");
    }

    private static ArchRule noAccessTo(Root root, Map<Class<?>, Pattern> members) {
        return noClasses()
                .that(root.outside(Part.BOOTSTRAP))
                .should()
                .accessTargetWhere(target(describe(members.toString(), member -> isOneOf(member, members))))
                .because("unpredictable values cannot be tested; bootstrap injects them");
    }

    private static boolean isOneOf(AccessTarget member, Map<Class<?>, Pattern> members) {
        return members.entrySet().stream()
                .anyMatch(entry -> member.getOwner().isEquivalentTo(entry.getKey())
                        && entry.getValue().matcher(member.getName()).matches());
    }

    private static ArchRule noSourceOfChance(Root root) {
        return noClasses()
                .that(root.outside(Part.BOOTSTRAP))
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Random.class, SecureRandom.class, ThreadLocalRandom.class, RandomGenerator.class)
                .because("tokens come from a port and ids from the databases");
    }
}
