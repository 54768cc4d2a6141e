package dev.parley.bootstrap.service.fuzz;

import java.util.List;
import java.util.stream.Stream;

/** Makes a request invalid; leaves a request that it does not apply to unchanged. */
interface Mutation {

    RequestDraft of(RequestDraft draft, FuzzRandom chance);

    /** A random mutation, each kind with the same probability. */
    List<List<Mutation>> KINDS = List.of(
            JsonMutations.ALL,
            BodyMutations.ALL,
            HeaderMutations.ALL,
            TargetMutations.ALL,
            QueryMutations.ALL,
            WireMutations.ALL);

    /** A random mutation, with a preference for those that reach deep code. */
    static Mutation any(FuzzRandom chance) {
        return chance.pick(chance.oneIn(3) ? JsonMutations.ALL : chance.pick(KINDS));
    }

    /** The mutation, applied only to requests with a valid JSON body. */
    static Mutation ofJson(Mutation mutation) {
        return (draft, chance) -> draft.isJson() ? mutation.of(draft, chance) : draft;
    }

    /** Adds one of these headers. */
    static Mutation header(String... lines) {
        return (draft, chance) -> draft.with(chance.pick(lines));
    }

    /** Replaces a header by one of these of the same name. */
    static Mutation instead(String name, String... values) {
        return (draft, chance) -> draft.instead(name + ": " + chance.pick(values));
    }

    /** Texts that have caused failures in other software. */
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
