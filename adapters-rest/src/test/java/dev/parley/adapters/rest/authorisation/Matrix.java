package dev.parley.adapters.rest.authorisation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The tables of docs/app/authorisation.md. */
final class Matrix {

    static final Path DOCUMENT = Path.of("..", "docs", "app", "authorisation.md");

    private Matrix() {}

    static List<MatrixRow> rows() {
        try {
            return Files.readAllLines(DOCUMENT).stream()
                    .filter(line -> line.matches("\\| `[A-Z]+ /.*"))
                    .map(MatrixRow::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
