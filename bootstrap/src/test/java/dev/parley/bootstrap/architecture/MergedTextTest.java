package dev.parley.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was merged was merged to its end: nobody compiles a document, so nobody else would notice. */
class MergedTextTest {

    private static final Path PROJECT = Path.of("..");

    /** What git leaves where two have changed the same lines. */
    private static final Pattern MARKER = Pattern.compile("^(<{7}|[|]{7}|={7}|>{7})( .*)?$", Pattern.MULTILINE);

    /** Fewer would mean that nobody looks. */
    private static final int FEWEST_TEXTS = 500;

    @Test
    void noTextHasConflictMarkers() throws IOException {
        List<Path> texts = texts();

        assertThat(texts)
                .hasSizeGreaterThan(FEWEST_TEXTS)
                .contains(PROJECT.resolve("docs/adr/0011-events.md"), PROJECT.resolve("README.md"));
        assertThat(texts).filteredOn(text -> MARKER.matcher(read(text)).find()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<", "|", "=", ">"})
    void everyMarkerIsFoundWhereverItStands(String sign) {
        String marker = sign.repeat(7);

        assertThat(Stream.of(marker, marker + " HEAD", "a\n" + marker + "\nb", marker + " 2123876f\n"))
                .allMatch(text -> MARKER.matcher(text).find());
        assertThat(Stream.of(sign.repeat(6), marker + sign, " " + marker, "a " + marker))
                .noneMatch(text -> MARKER.matcher(text).find());
    }

    private static List<Path> texts() throws IOException {
        try (Stream<Path> places = Files.list(PROJECT)) {
            return places.flatMap(MergedTextTest::within).toList();
        }
    }

    /** Of a module what is written, and not what was built of it or what a service keeps. */
    private static Stream<Path> within(Path place) {
        if (Files.isRegularFile(place)) {
            return Stream.of(place).filter(MergedTextTest::isWritten);
        }
        boolean isText = place.endsWith("docs") || place.endsWith(".ci");
        return (isText ? Stream.of(place) : Stream.of(place.resolve("src"), place.resolve("pom.xml")))
                .filter(Files::exists)
                .flatMap(MergedTextTest::walk);
    }

    private static boolean isWritten(Path file) {
        String name = file.getFileName().toString();
        return Stream.of(".md", ".yml", ".xml", "parley").anyMatch(name::endsWith);
    }

    private static Stream<Path> walk(Path below) {
        try (Stream<Path> files = Files.walk(below)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Byte by byte: a marker is ASCII, whatever else there is. */
    private static String read(Path text) {
        try {
            return Files.readString(text, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
