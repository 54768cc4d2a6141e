package dev.parley.bootstrap.postgres;

import java.io.File;
import java.util.List;

/**
 * The live processes of one data directory. They are recognised by the program they run, which every data directory has
 * for itself: a process id alone may long belong to somebody else.
 */
final class ServerProcesses {

    private final String programs;

    ServerProcesses(DataDirectory directory) {
        this.programs = directory.binaries() + File.separator;
    }

    boolean include(long pid) {
        return ProcessHandle.of(pid).filter(this::include).isPresent();
    }

    List<ProcessHandle> list() {
        return ProcessHandle.allProcesses().filter(this::include).toList();
    }

    private boolean include(ProcessHandle process) {
        return process.info()
                .command()
                .filter(program -> program.startsWith(programs))
                .isPresent();
    }
}
