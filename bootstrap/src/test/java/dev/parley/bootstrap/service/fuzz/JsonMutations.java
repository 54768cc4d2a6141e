package dev.parley.bootstrap.service.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.adapters.rest.testkit.CollidingNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Mutations of the value of a body, which stays JSON or almost JSON. */
final class JsonMutations {

    private static final JsonMapper JSON = new JsonMapper();

    static final List<Mutation> ALL = Stream.<Mutation>of(
                    JsonMutations::dropField,
                    JsonMutations::oddValue,
                    JsonMutations::oddValue,
                    JsonMutations::wrongType,
                    JsonMutations::hugeNumber,
                    JsonMutations::longText,
                    JsonMutations::duplicate,
                    JsonMutations::unknownField,
                    JsonMutations::deep,
                    JsonMutations::collide,
                    (draft, chance) -> draft.body(
                            chance.pick("[]", "{}", "null", "0", "\"\"", "true", "[{}]", "[[]]", "-", "\"x")))
            .map(Mutation::ofJson)
            .toList();

    private JsonMutations() {}

    private static RequestDraft dropField(RequestDraft draft, FuzzRandom chance) {
        List<Map.Entry<String, String>> fields = fields(draft);
        if (!fields.isEmpty()) {
            fields.remove(chance.below(fields.size()));
        }
        return draft.body(object(fields));
    }

    private static RequestDraft oddValue(RequestDraft draft, FuzzRandom chance) {
        return value(draft, chance, '"' + chance.pick(Mutation.ODD) + '"');
    }

    private static RequestDraft wrongType(RequestDraft draft, FuzzRandom chance) {
        return value(
                draft, chance, chance.pick("null", "true", "7", "-0.0", "[]", "{}", "[\"a\"]", "{\"a\":{}}", "1.5"));
    }

    private static RequestDraft hugeNumber(RequestDraft draft, FuzzRandom chance) {
        String digits = "9".repeat(chance.pick(19, 20, 40, 999, 1001, 20_000));
        return value(
                draft,
                chance,
                chance.pick(
                        digits, "-" + digits, "1e400", "1e-400", "1E2147483648", "0." + digits, digits + "e" + digits));
    }

    private static RequestDraft longText(RequestDraft draft, FuzzRandom chance) {
        int length = chance.pick(128, 151, 256, 4097, 65_536, 65_537, 200_000);
        return value(
                draft,
                chance,
                '"' + chance.pick("a", "\u00e9", "\\u0041", " ", "\uD83D\uDE00").repeat(length) + '"');
    }

    private static RequestDraft duplicate(RequestDraft draft, FuzzRandom chance) {
        List<Map.Entry<String, String>> fields = fields(draft);
        if (fields.isEmpty()) {
            return draft;
        }
        Map.Entry<String, String> field = chance.pick(fields);
        String other = chance.oneIn(2) ? "\"other\"" : "null";
        fields.add(chance.below(fields.size() + 1), Map.entry(field.getKey(), other));
        return draft.body(object(fields));
    }

    private static RequestDraft unknownField(RequestDraft draft, FuzzRandom chance) {
        List<Map.Entry<String, String>> fields = fields(draft);
        String name = chance.pick("__proto__", "@type", "class", "id", "", "a".repeat(60_000), "\\u0000");
        fields.add(Map.entry(name, chance.pick("1", "null", "{\"a\":[1,{}]}", "\"x\"")));
        return draft.body(object(fields));
    }

    /** Names with equal hashes: in place of the fields, beside them, or inside one of them. */
    private static RequestDraft collide(RequestDraft draft, FuzzRandom chance) {
        String colliding = CollidingNames.object(chance.pick(2, 63, 64, 65, 3000, 41_500));
        List<Map.Entry<String, String>> fields = fields(draft);
        return switch (chance.below(3)) {
            case 0 -> draft.body(colliding);
            case 1 ->
                draft.body(colliding.replace(
                        "}", fields.isEmpty() ? "}" : "," + object(fields).substring(1)));
            default -> value(draft, chance, colliding);
        };
    }

    private static RequestDraft deep(RequestDraft draft, FuzzRandom chance) {
        int depth = chance.pick(10, 500, 999, 1001, 50_000);
        String nested = chance.oneIn(2)
                ? "[".repeat(depth) + "]".repeat(depth)
                : "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
        return chance.oneIn(2) ? draft.body(nested) : value(draft, chance, nested);
    }

    private static RequestDraft value(RequestDraft draft, FuzzRandom chance, String json) {
        List<Map.Entry<String, String>> fields = fields(draft);
        if (fields.isEmpty()) {
            return draft.body(json);
        }
        int place = chance.below(fields.size());
        fields.set(place, Map.entry(fields.get(place).getKey(), json));
        return draft.body(object(fields));
    }

    /** The fields as text; none if the body is not an object. */
    private static List<Map.Entry<String, String>> fields(RequestDraft draft) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        try {
            JsonNode tree = JSON.readTree(draft.text());
            tree.properties()
                    .forEach(field -> fields.add(
                            Map.entry(field.getKey(), field.getValue().toString())));
        } catch (JsonProcessingException e) {
            fields.clear();
        }
        return fields;
    }

    private static String object(List<Map.Entry<String, String>> fields) {
        return fields.stream()
                .map(field -> '"' + field.getKey() + "\":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
