package dev.parley.bootstrap.configuration;

import io.dropwizard.configuration.ConfigurationException;
import java.util.List;

/** The configuration has keys of an earlier version. */
final class RemovedKeyException extends ConfigurationException {

    private static final long serialVersionUID = 1L;

    RemovedKeyException(String file, List<String> removed) {
        super(file, removed);
    }
}
