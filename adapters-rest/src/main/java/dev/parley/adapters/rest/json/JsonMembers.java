package dev.parley.adapters.rest.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the members of one object; rejects duplicate names and too many members.
 *
 * <p>An attacker can choose names with equal hashes. So the number is checked while reading, and the map compares
 * colliding names in a tree.
 */
public final class JsonMembers {

    /** More than any request needs, so that newer clients may add fields. */
    public static final int MAX_MEMBERS = 64;

    private JsonMembers() {}

    /**
     * Reads to the end of the object.
     *
     * @param parser at the start of the object
     * @param reading converts each value
     * @throws MalformedJsonException at the first member beyond the maximum, or at a duplicate name
     */
    public static <V> Map<String, V> read(JsonParser parser, StrictJson.Reading<V> reading)
            throws IOException, MalformedJsonException {
        Map<String, V> members = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            requireRoom(members, name, parser);
            members.put(name, reading.read(parser.nextToken(), parser));
        }
        return Collections.unmodifiableMap(members);
    }

    private static void requireRoom(Map<String, ?> members, String name, JsonParser parser)
            throws MalformedJsonException {
        if (members.size() == MAX_MEMBERS) {
            throw new MalformedJsonException("More than " + MAX_MEMBERS + " fields", parser.currentTokenLocation());
        }
        if (members.containsKey(name)) {
            throw new MalformedJsonException("Duplicate field name", parser.currentTokenLocation());
        }
    }
}
