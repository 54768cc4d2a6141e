package dev.parley.adapters.rest.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * The members of one object: few, and no two of one name. The client chooses the names, so they may all have one hash: the
 * number is bounded while they are read, and the map is one that compares colliding names in a tree.
 */
public interface JsonMembers {

    /** More than any request has, so that newer clients may add fields. */
    int MAX_MEMBERS = 64;

    /**
     * Reads to the end of the object.
     *
     * @param parser at the start of the object
     * @param reading what to make of each value
     * @throws MalformedJsonException at the first member too many, or at the second of a name
     */
    static <V> Map<String, V> read(JsonParser parser, StrictJson.Reading<V> reading)
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
