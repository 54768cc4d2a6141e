package dev.parley.planted.bootstrap;

import com.google.common.annotations.VisibleForTesting;
import com.google.inject.Inject;
import dev.parley.planted.Breaks;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Breaks({
    "12-constructors-take-everything",
    "12-only-main-has-standard-streams",
    "12-one-logging-api",
    "12-loggers-are-private-constants",
    "12-nothing-is-visible-for-testing"
})
public class Starter {

    @Inject
    Logger log = LoggerFactory.getLogger(Starter.class);

    @VisibleForTesting
    void start() {
        System.out.println(Level.INFO);
    }
}
