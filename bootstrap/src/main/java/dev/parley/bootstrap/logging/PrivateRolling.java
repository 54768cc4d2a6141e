package dev.parley.bootstrap.logging;

import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.rolling.RollingPolicy;
import ch.qos.logback.core.rolling.helper.CompressionMode;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.io.IOException;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** Rolls like another policy, and copies the permissions to the next log file. */
final class PrivateRolling extends ContextAwareBase implements RollingPolicy {

    private final RollingPolicy policy;
    private final PrivateLogFile log;

    PrivateRolling(RollingPolicy policy, PrivateLogFile log) {
        this.policy = policy;
        this.log = log;
    }

    @Override
    public void rollover() {
        try {
            Set<PosixFilePermission> rights = log.rights();
            policy.rollover();
            log.create(rights);
        } catch (IOException e) {
            addError("Failed to create the next log file for its owner only", e);
        }
    }

    @Override
    public String getActiveFileName() {
        return policy.getActiveFileName();
    }

    @Override
    public CompressionMode getCompressionMode() {
        return policy.getCompressionMode();
    }

    @Override
    public void setParent(FileAppender<?> appender) {
        policy.setParent(appender);
    }

    @Override
    public void start() {
        policy.start();
    }

    @Override
    public void stop() {
        policy.stop();
    }

    @Override
    public boolean isStarted() {
        return policy.isStarted();
    }
}
