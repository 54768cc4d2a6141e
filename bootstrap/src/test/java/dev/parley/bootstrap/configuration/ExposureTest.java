package dev.parley.bootstrap.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.bootstrap.ParleyApplication;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.core.server.SimpleServerFactory;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.jetty.HttpConnectorFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.io.output.NullPrintStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Configuration of access: the admin port, pages of other origins, and files with passwords. */
final class ExposureTest {

    private static final String REAL = Path.of("..", "config.yml").toString();

    @TempDir
    private Path temporary;

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void passwordMayBeInAFile() throws IOException, ConfigurationException {
        Path file = Files.writeString(temporary.resolve("secret"), "it's ${NOT}: #1\n");
        environment.put("PARLEY_DATABASE_PASSWORD_FILE", file.toString());

        assertThat(load().getDatabase().password()).isEqualTo("it's ${NOT}: #1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "localhost", "127.8.8.8"})
    void adminPortMayBeOnLoopback(String host) throws IOException, ConfigurationException {
        environment.put("PARLEY_ADMIN_BIND_HOST", host);

        assertThat(load().isAdminOpenOnPurpose()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "no.such.host.invalid", " "})
    void adminPortBeyondLoopbackMustBeAllowed(String host) throws IOException, ConfigurationException {
        environment.put("PARLEY_ADMIN_BIND_HOST", host);
        assertThatThrownBy(this::load)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("PARLEY_ADMIN_OPEN");

        environment.put("PARLEY_ADMIN_OPEN", "true");
        assertThat(load().isAdminOpenOnPurpose()).isTrue();
    }

    @Test
    void unknownServerTypeCountsAsExposed() {
        assertThat(AdminReach.isThisMachine(new SimpleServerFactory())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void forwardedHeadersSettingIsReadForEveryServerType(boolean believes) {
        HttpConnectorFactory connector = new HttpConnectorFactory();
        connector.setUseForwardedHeaders(believes);
        SimpleServerFactory simple = new SimpleServerFactory();
        simple.setConnector(connector);
        DefaultServerFactory usual = new DefaultServerFactory();
        usual.setApplicationConnectors(List.of(connector));

        assertThat(ForwardedHeaders.areIgnored(simple)).isEqualTo(!believes);
        assertThat(ForwardedHeaders.areIgnored(usual)).isEqualTo(!believes);
        assertThat(ForwardedHeaders.areIgnored(null)).isFalse();
    }

    @Test
    void originsAreAListInOneVariable() throws IOException, ConfigurationException {
        assertThat(load().getHttp().origins()).isEmpty();
        environment.put("PARLEY_CORS_ORIGINS", " https://app.example , http://localhost:3000");
        assertThat(load().getHttp().origins())
                .containsExactlyInAnyOrder("https://app.example", "http://localhost:3000");
        environment.put("PARLEY_CORS_ORIGINS", "*");
        assertThat(load().getHttp().origins()).containsExactly(HttpConfiguration.ANY);
    }

    @ParameterizedTest
    @CsvSource({
        "https://chat.example, https://chat.example/",
        "' http://192.0.2.7:8080/ ', http://192.0.2.7:8080/",
        "https://example.org/chat, https://example.org/chat/"
    })
    void publicUrlEndsWithASlash(String url, String base) throws IOException, ConfigurationException {
        assertThat(load().getHttp().baseUrl()).isEmpty();
        environment.put("PARLEY_PUBLIC_URL", url);
        assertThat(load().getHttp().baseUrl()).contains(URI.create(base));
    }

    private ParleyConfiguration load() throws IOException, ConfigurationException {
        Bootstrap<ParleyConfiguration> bootstrap = new Bootstrap<>(new ParleyApplication(NullPrintStream.INSTANCE));
        ConfigurationFiles.prepare(bootstrap, name -> Optional.ofNullable(environment.get(name)));
        return ConfigurationFiles.load(bootstrap, Optional.of(REAL));
    }
}
