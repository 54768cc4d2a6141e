package dev.parley.adapters.rest.testkit;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Names with the same {@link String#hashCode()}, as an attacker chooses them to slow down a map. */
public final class CollidingNames {

    /** Three pairs of characters with equal hashes. */
    public static final List<String> PAIRS = List.of("Aa", "BB", "C#");

    public static final int LENGTH = 10;

    private CollidingNames() {}

    /** @param count at most 59,049 */
    public static List<String> of(int count) {
        return IntStream.range(0, count).mapToObj(CollidingNames::name).toList();
    }

    /** An object with these names as members. */
    public static String object(int count) {
        return of(count).stream().map(name -> "\"" + name + "\":1").collect(Collectors.joining(",", "{", "}"));
    }

    private static String name(int number) {
        StringBuilder name = new StringBuilder();
        for (int place = 0, rest = number; place < LENGTH; place++, rest /= PAIRS.size()) {
            name.append(PAIRS.get(rest % PAIRS.size()));
        }
        return name.toString();
    }
}
