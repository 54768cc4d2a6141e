package dev.parley.bootstrap.service.fuzz;

import dev.parley.adapters.rest.testkit.CollidingNames;
import java.util.List;

/** Mutations of the query and its cursors. */
final class QueryMutations {

    private static final List<String> NAMES = List.of(
            "limit", "before", "after", "around", "prefix", "filter", "type", "except", "page", "ticket", "_method",
            "x", "limit[]", "", "%6cimit");

    private static final List<String> VALUES = List.of(
            "",
            "0",
            "1",
            "-1",
            "200",
            "201",
            "1e3",
            "+5",
            "%205",
            "05",
            "2147483648",
            "9223372036854775808",
            "1.5",
            "%D9%A3",
            "%00",
            "%ff",
            "%zz",
            "%",
            "null",
            "current",
            "last",
            "unread",
            "DELETE",
            "a%26b=c",
            "%ed%a0%80",
            "'",
            "AAAA",
            "a".repeat(600),
            "%F0%9F%98%80",
            "NaN",
            "%0a",
            "..",
            "=",
            "*");

    static final List<Mutation> ALL = List.of(
            QueryMutations::add,
            QueryMutations::add,
            QueryMutations::change,
            QueryMutations::bend,
            QueryMutations::bend,
            (draft, chance) ->
                    draft.target(draft.target() + chance.pick("?", "&", "&&&", "?a=1?b=2", "&=", "&a", ";a=1", "?%")),
            (draft, chance) -> draft.target(draft.target() + "?" + "a=b&".repeat(chance.pick(10, 900, 5000))),
            (draft, chance) -> draft.target(draft.target() + "?"
                    + String.join("&", CollidingNames.of(chance.pick(64, 250, 3000)))
                            .replace("#", "%23")));

    private QueryMutations() {}

    private static RequestDraft add(RequestDraft draft, FuzzRandom chance) {
        String start = draft.target().contains("?") ? "&" : "?";
        return draft.target(draft.target() + start + chance.pick(NAMES) + "=" + chance.pick(VALUES));
    }

    /** Changes the value of an existing parameter. */
    private static RequestDraft change(RequestDraft draft, FuzzRandom chance) {
        String[] parts = draft.target().split("=", -1);
        if (parts.length < 2) {
            return add(draft, chance);
        }
        int place = 1 + chance.below(parts.length - 1);
        int end = parts[place].indexOf('&');
        parts[place] = chance.pick(VALUES) + (end < 0 ? "" : parts[place].substring(end));
        return draft.target(String.join("=", parts));
    }

    /** Changes one character of the last value, so that a cursor is almost valid. */
    private static RequestDraft bend(RequestDraft draft, FuzzRandom chance) {
        int start = draft.target().lastIndexOf('=') + 1;
        if (start == 0 || start == draft.target().length()) {
            return add(draft, chance);
        }
        String value = draft.target().substring(start);
        int place = chance.below(value.length());
        String bent = switch (chance.below(4)) {
            case 0 -> value.substring(0, place);
            case 1 -> value + value;
            case 2 -> value + chance.pick("=", "A", "!", "%00");
            default ->
                value.substring(0, place)
                        + chance.pick("A", "z", "0", "-", "_", "/", "%2B")
                        + value.substring(place + 1);
        };
        return draft.target(draft.target().substring(0, start) + bent);
    }
}
