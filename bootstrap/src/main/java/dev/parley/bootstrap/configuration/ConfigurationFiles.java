package dev.parley.bootstrap.configuration;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.AnnotationIntrospectorPair;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.ConfigurationSourceProvider;
import io.dropwizard.configuration.FileConfigurationSourceProvider;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.configuration.YamlConfigurationFactory;
import io.dropwizard.core.setup.Bootstrap;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.text.StringSubstitutor;
import org.jspecify.annotations.Nullable;

/** Reads the configuration file, {@value #DEFAULT} by default, and substitutes environment variables. */
public final class ConfigurationFiles {

    public static final String DEFAULT = "config.yml";

    private ConfigurationFiles() {}

    public static void prepare(Bootstrap<ParleyConfiguration> bootstrap) {
        prepare(bootstrap, name -> Optional.ofNullable(System.getenv(name)));
    }

    static void prepare(Bootstrap<ParleyConfiguration> bootstrap, Function<String, Optional<String>> environment) {
        bootstrap.setConfigurationSourceProvider(
                new SubstitutingSourceProvider(new FileConfigurationSourceProvider(), substitutor(environment)));
        bootstrap.setConfigurationFactoryFactory((type, validator, mapper, prefix) ->
                new WithDefaultFile<>(type, validator, mapper, prefix, bootstrap.getConfigurationSourceProvider()));
    }

    /**
     * Doubles single quotes, because the file quotes texts with them. A variable inside a value is not substituted.
     */
    private static StringSubstitutor substitutor(Function<String, Optional<String>> environment) {
        Variables variables = new Variables(environment);
        return new StringSubstitutor((String name) -> variables
                        .find(name)
                        .map(value -> value.replace("'", "''"))
                        .orElse(null))
                .setDisableSubstitutionInValues(true);
    }

    /** Loads the file for a command that Dropwizard does not load it for. */
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
            super(type, validator, strict(mapper), prefix);
            this.provider = provider;
        }

        /** Refuses missing keys, unknown keys and values that are not whole numbers. */
        private static ObjectMapper strict(ObjectMapper mapper) {
            ObjectMapper copy = mapper.copy();
            return copy.setAnnotationIntrospector(AnnotationIntrospectorPair.pair(
                            new RequiredKeys(), copy.getDeserializationConfig().getAnnotationIntrospector()))
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        }

        /** Checked first: otherwise the key would be reported as unknown. */
        @Override
        protected T build(JsonNode node, String path) throws IOException, ConfigurationException {
            List<String> removed = RemovedKeys.in(node);
            if (!removed.isEmpty()) {
                throw new RemovedKeyException(path, removed);
            }
            return super.build(node, path);
        }

        @Override
        public T build() throws IOException, ConfigurationException {
            return build(provider, DEFAULT);
        }
    }

    /**
     * Every key is required unless {@link JsonProperty} marks it as optional. Jackson's
     * {@code FAIL_ON_MISSING_CREATOR_PROPERTIES} has no optional keys, and its message names itself.
     */
    private static final class RequiredKeys extends NopAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
            return (member instanceof AnnotatedParameter && !member.hasAnnotation(JsonProperty.class)) ? true : null;
        }
    }
}
