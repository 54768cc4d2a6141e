package dev.parley.bootstrap.service.fuzz;

import java.util.List;
import java.util.stream.Stream;

/** Makes something worse out of a request; one that has not got what it takes stays as it is. */
interface Mutation {

    Draft of(Draft draft, Chance chance);

    /** All, each kind as often as another. */
    List<List<Mutation>> KINDS = List.of(
            JsonMutations.ALL,
            BodyMutations.ALL,
            HeaderMutations.ALL,
            TargetMutations.ALL,
            QueryMutations.ALL,
            WireMutations.ALL);

    /** One of any kind, more often of those that are read deep inside. */
    static Mutation any(Chance chance) {
        return chance.pick(chance.oneIn(3) ? JsonMutations.ALL : chance.pick(KINDS));
    }

    /** The mutation, on good JSON and on nothing else. */
    static Mutation ofJson(Mutation mutation) {
        return (draft, chance) -> draft.isJson() ? mutation.of(draft, chance) : draft;
    }

    /** One more header out of these. */
    static Mutation header(String... lines) {
        return (draft, chance) -> draft.with(chance.pick(lines));
    }

    /** One of these instead of what the request has of the same name. */
    static Mutation instead(String name, String... values) {
        return (draft, chance) -> draft.instead(name + ": " + chance.pick(values));
    }

    /** Texts of which each has broken something somewhere. */
    List<String> ODD = Stream.of(
                    "",
                    " ",
                    "\\u0000",
                    "a\\u0000b",
                    "\\ud800",
                    "\\udc00\\ud800",
                    "\\uD83D\\uDE00",
                    "\\ufeff",
                    "\\u202e",
                    "\\uffff",
                    "\u0130\u0131\u00df",
                    "e\u0301",
                    "\uD83D\uDC69\u200D\uD83D\uDCBB",
                    "'; DROP TABLE message; --",
                    "\\\" OR 1=1",
                    "%00",
                    "%s%n%x",
                    "${jndi:ldap://x}",
                    "{{7*7}}",
                    "<script>alert(1)</script>",
                    "../../etc/passwd",
                    "\\r\\nX-Injected: 1",
                    "null",
                    "true",
                    "NaN",
                    "-1",
                    "0",
                    "00",
                    "1e999",
                    "9223372036854775807",
                    "9223372036854775808",
                    "18446744073709551616",
                    "\u0661\u0662\u0663")
            .toList();
}
