package dev.parley.bootstrap.configuration;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.ConfigurationSourceProvider;
import io.dropwizard.configuration.FileConfigurationSourceProvider;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.configuration.YamlConfigurationFactory;
import io.dropwizard.core.setup.Bootstrap;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.Optional;
import org.apache.commons.text.StringSubstitutor;
import org.jspecify.annotations.Nullable;

/** Where the configuration comes from: the file that is named, or {@value #DEFAULT}, with the environment put in. */
public final class ConfigurationFiles {

    public static final String DEFAULT = "config.yml";

    private ConfigurationFiles() {}

    public static void prepare(Bootstrap<ParleyConfiguration> bootstrap) {
        bootstrap.setConfigurationSourceProvider(new SubstitutingSourceProvider(
                new FileConfigurationSourceProvider(), new StringSubstitutor(ConfigurationFiles::variable)));
        bootstrap.setConfigurationFactoryFactory((type, validator, mapper, prefix) ->
                new WithDefaultFile<>(type, validator, mapper, prefix, bootstrap.getConfigurationSourceProvider()));
    }

    /** Doubles single quotes, because passwords stand in such in the file and may have some of their own. */
    private static @Nullable String variable(String name) {
        return Optional.ofNullable(System.getenv(name))
                .map(value -> value.replace("'", "''"))
                .orElse(null);
    }

    /** For commands that are not Dropwizard's own. */
    public static ParleyConfiguration load(Bootstrap<ParleyConfiguration> bootstrap, Optional<String> file)
            throws IOException, ConfigurationException {
        return bootstrap
                .getConfigurationFactoryFactory()
                .create(
                        ParleyConfiguration.class,
                        bootstrap.getValidatorFactory().getValidator(),
                        bootstrap.getObjectMapper(),
                        "dw")
                .build(bootstrap.getConfigurationSourceProvider(), file.orElse(DEFAULT));
    }

    private static final class WithDefaultFile<T> extends YamlConfigurationFactory<T> {

        private final ConfigurationSourceProvider provider;

        WithDefaultFile(
                Class<T> type,
                @Nullable Validator validator,
                ObjectMapper mapper,
                String prefix,
                ConfigurationSourceProvider provider) {
            super(type, validator, mapper, prefix);
            this.provider = provider;
        }

        @Override
        public T build() throws IOException, ConfigurationException {
            return build(provider, DEFAULT);
        }
    }
}
