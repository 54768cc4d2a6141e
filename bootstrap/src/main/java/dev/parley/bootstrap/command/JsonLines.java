package dev.parley.bootstrap.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.application.port.in.activity.ActivityQueries.Line;
import dev.parley.bootstrap.command.ActivityCommand.LinePrinter;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prints one activity per line, as JSON. Leaves out unknown names. */
final class JsonLines implements LinePrinter {

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final PrintStream out;

    JsonLines(PrintStream out) {
        this.out = out;
    }

    @Override
    public void print(List<Line> lines) {
        lines.forEach(line -> out.println(json(fields(line))));
    }

    private String json(Map<String, Object> fields) {
        try {
            return Unprintable.escaped(mapper.writeValueAsString(fields));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("expected strings and numbers to be valid JSON", e);
        }
    }

    private static Map<String, Object> fields(Line line) {
        Activity activity = line.activity();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("position", line.position());
        fields.put("id", line.id().value().toString());
        fields.put("at", activity.at().toString());
        fields.put("type", activity.type().name());
        put(fields, "actor_id", activity.actor().map(UserId::value));
        put(fields, "actor", line.actor().map(Username::value));
        put(fields, "subject_id", activity.subject().map(UserId::value));
        put(fields, "subject", line.subject().map(Username::value));
        put(fields, "address", activity.origin().address());
        put(fields, "user_agent", activity.origin().userAgent());
        put(fields, "session_id", activity.origin().session().map(SessionId::value));
        fields.put("details", activity.details());
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, Optional<?> value) {
        value.ifPresent(present -> fields.put(name, present));
    }
}
