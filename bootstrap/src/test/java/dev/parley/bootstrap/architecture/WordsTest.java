package dev.parley.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Main code, configuration, scripts and documents have none of the words that the glossary refuses. */
final class WordsTest {

    private static final Path ROOT = Path.of("..");
    private static final Path GLOSSARY = ROOT.resolve("docs/developing/glossary.md");
    private static final List<String> MODULES =
            List.of("domain", "application", "adapters-rest", "adapters-persistence", "bootstrap");
    private static final List<String> SINGLE_FILES = List.of(
            "config.yml",
            "parley",
            "pom.xml",
            "README.md",
            "CHANGELOG.md",
            "CONTRIBUTING.md",
            "bench/README.md",
            "bench/run",
            "bench/stops",
            ".ci/run",
            ".ci/browser",
            ".ci/reproducible");

    private static RefusedWords refused;

    @BeforeAll
    static void readGlossary() throws IOException {
        refused = RefusedWords.of(GLOSSARY);
    }

    @Test
    void glossaryListsWords() {
        assertThat(refused.words()).hasSizeGreaterThan(30);
    }

    @Test
    void noFileHasARefusedWord() throws IOException {
        List<Path> files = checkedFiles();

        assertThat(files).hasSizeGreaterThan(400);
        assertThat(refused.inFiles(ROOT, files.stream())).isEmpty();
    }

    @Test
    void plantedWordsAreFoundInTextAndInIdentifiers() {
        String planted = """
                /** Nobody hears it. */
                void tellNobody() {
                    // A client waits so
                    // long for this.
                    int NOBODYS_BYTES = nobodyElse + meanwhileCount;
                    new Stranger(Client.soOften);
                """;

        assertThat(refused.in("Planted.java", planted))
                .containsExactlyInAnyOrder(
                        "Planted.java:1: nobody",
                        "Planted.java:2: nobody",
                        "Planted.java:3: so long",
                        "Planted.java:5: nobody",
                        "Planted.java:5: nobody",
                        "Planted.java:5: meanwhile",
                        "Planted.java:6: stranger",
                        "Planted.java:6: so often");
    }

    @Test
    void wordsThatContainARefusedOneAreNotFound() {
        assertThat(refused.in("Planted.java", "a new one; also longer; whomsoever; noBody(); Anewton; the seeding"))
                .isEmpty();
    }

    @Test
    void permittedUseIsNotFound() {
        RefusedWords words = RefusedWords.parse("""
                ## Refused in every text

                | `nobody` | the actor |
                | `Names.java` | `"nobody"` | the name of a user |
                """);

        assertThat(words.in("src/Names.java", "String user = \"nobody\";")).isEmpty();
        assertThat(words.in("src/Other.java", "String user = \"nobody\";")).containsExactly("src/Other.java:1: nobody");
    }

    /** Change sets are left out: Liquibase refuses one whose text has changed since it ran. */
    private static List<Path> checkedFiles() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String module : MODULES) {
            files.add(ROOT.resolve(module).resolve("pom.xml"));
            addTree(files, ROOT.resolve(module).resolve("src/main"));
        }
        addTree(files, ROOT.resolve("docs"));
        SINGLE_FILES.forEach(file -> files.add(ROOT.resolve(file)));
        files.remove(GLOSSARY);
        return files;
    }

    private static void addTree(List<Path> files, Path directory) throws IOException {
        try (Stream<Path> tree = Files.walk(directory)) {
            tree.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".sql"))
                    .forEach(files::add);
        }
    }
}
