package dev.parley.adapters.rest.v1.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.rest.v1.event.follow.EndReason;
import dev.parley.domain.event.EventLogState.CursorStatus;
import dev.parley.domain.event.EventView.Payload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/app/events.md to the code: what clients may meet is what they can look up. */
final class EventsDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "app", "events.md");

    /** No user is left to receive these. */
    private static final Set<EndReason> UNSAID = EnumSet.of(EndReason.GONE, EndReason.REFUSED);

    @Test
    void namesEveryType() throws IOException {
        List<String> types = Stream.of(Payload.class.getPermittedSubclasses())
                .map(type -> type.getSimpleName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", ".")
                        .toLowerCase(Locale.ROOT))
                .toList();
        assertThat(rows("### Types")).containsExactlyElementsOf(types);
    }

    @Test
    void namesEveryGoodBye() throws IOException {
        List<String> codes = Stream.of(EndReason.values())
                .filter(ending -> !UNSAID.contains(ending))
                .map(EndReason::code)
                .toList();
        assertThat(rows("### `bye`")).containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void namesEveryReason() throws IOException {
        List<String> reasons = Stream.of(CursorStatus.values())
                .filter(standing -> standing != CursorStatus.GOOD)
                .map(ResetReason::code)
                .toList();
        assertThat(rows("## The cursor")).containsExactlyInAnyOrderElementsOf(reasons);
    }

    /** The first cells of the table under a heading. */
    private static List<String> rows(String heading) throws IOException {
        String text = Files.readString(DOCUMENT);
        return text.substring(text.indexOf("\n" + heading + "\n") + 1)
                .lines()
                .skip(1)
                .takeWhile(line -> !line.startsWith("#"))
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("`", 3)[1])
                .toList();
    }
}
