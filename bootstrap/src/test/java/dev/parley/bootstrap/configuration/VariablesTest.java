package dev.parley.bootstrap.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VariablesTest {

    private static final String NAME = "PARLEY_DATABASE_PASSWORD";

    @TempDir
    private Path directory;

    private final Map<String, String> environment = new HashMap<>();
    private final Variables variables = new Variables(name -> Optional.ofNullable(environment.get(name)));

    @Test
    void emptyValueIsIgnored() {
        environment.put(NAME, "one");
        environment.put("PARLEY_DATA_DIR", "");

        assertThat(variables.find(NAME)).contains("one");
        assertThat(variables.find("PARLEY_DATA_DIR")).isEmpty();
        assertThat(variables.find("PARLEY_PORT")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {"s3cret|s3cret", "s3cret\\n|s3cret", "s3cret\\r\\n|s3cret", "^ a 'b'\\n\\n^|^ a 'b'\\n^"})
    void passwordMayBeInAFile(String content, String password) throws IOException {
        Path file = Files.writeString(directory.resolve("secret"), content.translateEscapes());
        environment.put(NAME + "_FILE", file.toString());

        assertThat(variables.find(NAME)).contains(password.translateEscapes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", ".", "\0"})
    void unreadableFileIsNamed(String file) {
        environment.put(NAME + "_FILE", directory + "/" + file);

        assertThatThrownBy(() -> variables.find(NAME))
                .isInstanceOf(SecretFileException.class)
                .hasMessage("The file that " + NAME + "_FILE names cannot be read: " + directory + "/" + file);
    }

    @Test
    void emptyFileIsRefused() throws IOException {
        Path file = Files.writeString(directory.resolve("empty"), "\n");
        environment.put(NAME + "_FILE", file.toString());

        assertThatThrownBy(() -> variables.find(NAME))
                .hasMessage("The file that " + NAME + "_FILE names is empty: " + file);
    }

    @Test
    void valueAndFileTogetherAreRefused() {
        environment.put(NAME, "s3cret");
        environment.put(NAME + "_FILE", "somewhere");

        assertThatThrownBy(() -> variables.find(NAME))
                .isInstanceOf(SecretFileException.class)
                .hasMessage("Both " + NAME + " and " + NAME + "_FILE are set: unset one of them");
    }

    @Test
    void onlyPasswordsAreReadFromFiles() {
        environment.put("PARLEY_LOG_FILE", "log");
        environment.put("PARLEY_PORT_FILE", "missing");

        assertThat(variables.find("PARLEY_PORT")).isEmpty();
        assertThat(variables.find("PARLEY_LOG")).isEmpty();
    }
}
