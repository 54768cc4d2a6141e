package dev.parley.bootstrap.postgres;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** The embedded PostgreSQL cannot serve. The message is one line that an operator can act on. */
public final class EmbeddedPostgresException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EmbeddedPostgresException(String message) {
        super(message);
    }

    EmbeddedPostgresException(String message, Throwable cause) {
        super(message, cause);
    }

    static EmbeddedPostgresException unusable(DataDirectory directory, IOException cause) {
        return new EmbeddedPostgresException(
                "The data directory " + directory.root() + " cannot be used: " + reasonOf(cause), cause);
    }

    /** The failure and its file: the JDK's own messages often name only the file. */
    static String reasonOf(IOException cause) {
        if (!(cause instanceof FileSystemException failure)) {
            return String.valueOf(cause.getMessage());
        }
        return failure.getFile() + ": " + reasonOf(failure);
    }

    private static String reasonOf(FileSystemException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        String reason = failure.getReason();
        return reason == null ? failure.getClass().getSimpleName() : reason;
    }
}
