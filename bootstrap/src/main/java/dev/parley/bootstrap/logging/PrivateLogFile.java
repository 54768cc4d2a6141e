package dev.parley.bootstrap.logging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** A log file that is created for its owner only. A file that exists keeps its permissions. */
record PrivateLogFile(Path file) {

    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /** Creates the file and its missing directories, unless it exists. */
    void create() throws IOException {
        create(OWNER_FILE);
    }

    /** The file whose permissions the next one gets. */
    Set<PosixFilePermission> rights() throws IOException {
        return isPosix() && Files.exists(file) ? Files.getPosixFilePermissions(file) : OWNER_FILE;
    }

    void create(Set<PosixFilePermission> rights) throws IOException {
        if (!isPosix() || Files.exists(file)) {
            return;
        }
        Optional<Path> directory = Optional.ofNullable(file.toAbsolutePath().getParent());
        if (directory.isPresent()) {
            Files.createDirectories(directory.get(), OWNER_DIRECTORY);
        }
        Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_FILE));
        Files.setPosixFilePermissions(file, rights); // the umask applies when the file is created
    }

    private boolean isPosix() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
