package dev.parley.adapters.rest.v1.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.rest.v1.problem.FieldFlaw;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/app/problems.md to the code: a code that clients may meet is one that they can look up. */
final class ProblemCatalogueTest {

    private static final Path CATALOGUE = Path.of("..", "docs", "app", "problems.md");

    @Test
    void namesEveryProblem() throws IOException {
        assertThat(rows("## Codes"))
                .isEqualTo(Stream.of(ProblemCode.values())
                        .map(code -> "| `%s` | %d | %s | %s |"
                                .formatted(code.code(), code.status(), code.title(), code.meaning()))
                        .collect(Collectors.toList()));
    }

    @Test
    void namesEveryFlawOfAField() throws IOException {
        assertThat(rows("## Fields").stream().map(row -> row.split("`", 3)[1]).toList())
                .isEqualTo(Stream.of(FieldFlaw.values()).map(FieldFlaw::code).toList());
    }

    /** Of the table under a heading. */
    private static List<String> rows(String heading) throws IOException {
        String text = Files.readString(CATALOGUE);
        return text.substring(text.indexOf(heading))
                .lines()
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| `"))
                .toList();
    }
}
