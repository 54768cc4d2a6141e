package dev.parley.bootstrap.configuration;

import dev.parley.bootstrap.ParleyApplication;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.core.setup.Bootstrap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.io.output.NullPrintStream;

/** Base class of tests that load the project's config.yml, or a similar file, with given environment variables. */
abstract class WithConfigurationFile {

    static final Path REAL = Path.of("..", "config.yml");

    private static final Bootstrap<ParleyConfiguration> BOOTSTRAP =
            new Bootstrap<>(new ParleyApplication(NullPrintStream.INSTANCE));

    final Map<String, String> environment = new HashMap<>();

    final ParleyConfiguration load() throws IOException, ConfigurationException {
        return load(REAL);
    }

    final ParleyConfiguration load(Path file) throws IOException, ConfigurationException {
        return ConfigurationFiles.load(bootstrap(), Optional.of(file.toString()));
    }

    final Bootstrap<ParleyConfiguration> bootstrap() {
        ConfigurationFiles.prepare(BOOTSTRAP, name -> Optional.ofNullable(environment.get(name)));
        return BOOTSTRAP;
    }
}
