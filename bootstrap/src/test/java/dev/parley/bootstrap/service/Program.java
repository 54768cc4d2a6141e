package dev.parley.bootstrap.service;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bootstrap.Parley;
import dev.parley.bootstrap.store.DirectoryTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The program as jars with a class data archive, which shortens the start of each JVM. It is created once for all JVMs
 * of a build, by the first that runs the program. Builds in the same directory must not overlap.
 */
final class Program {

    private static final Path ROOT = Path.of("target", "program").toAbsolutePath();

    private final List<String> command;

    private Program(List<String> command) {
        this.command = command;
    }

    /** The JVM options to start it. */
    static List<String> command() {
        return Holder.INSTANCE.command;
    }

    private static Program made() {
        try {
            Files.createDirectories(ROOT);
            try (FileChannel channel = FileChannel.open(ROOT.resolve("lock"), CREATE, WRITE);
                    FileLock unused = channel.lock()) {
                return make(ClassPath.ofTheProgram());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Program make(ClassPath classes) throws IOException {
        int how = String.join(" ", command(classes)).hashCode();
        Path here = ROOT.resolve(classes.fingerprint() + "-" + Integer.toHexString(how));
        Path archive = here.resolve("classes.jsa");
        Path trained = here.resolve("trained");
        if (!Files.exists(trained)) {
            forget();
            Files.createDirectories(here);
            train(classes.packedInto(here), archive);
            Files.createFile(trained);
        }
        String[] sharing = Files.exists(archive) ? new String[] {"-XX:SharedArchiveFile=" + archive} : new String[0];
        return new Program(command(classes.packedInto(here), sharing));
    }

    /** Deletes archives of other classes, and incomplete ones. */
    private static void forget() throws IOException {
        try (Stream<Path> others = Files.list(ROOT)) {
            others.filter(Files::isDirectory).forEach(DirectoryTree::delete);
        }
    }

    /** The archive is written at the exit; a Java without class data sharing writes none. */
    private static void train(ClassPath classes, Path archive) throws IOException {
        Path home = Files.createTempDirectory("parley-program").toRealPath();
        Path learnt = home.resolve("learnt.jsa");
        try (ServiceProcess service = ServiceProcess.run(
                command(classes, "-XX:ArchiveClassesAtExit=" + learnt),
                Settings.in(home).onEmptyStores(),
                List.of("serve", Settings.configFile().toString()))) {
            service.awaitReady();
            Api anna = service.api().signUp("anna");
            assertThat(anna.send("anna", "hello").status()).isEqualTo(201);
            assertThat(anna.history("anna")).hasSize(1);
            service.terminate();
            service.awaitEnd();
            if (Files.exists(learnt)) {
                Files.move(learnt, archive);
            }
        } finally {
            DirectoryTree.delete(home);
        }
    }

    private static List<String> command(ClassPath classes, String... sharing) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", // starts faster; the JVM is too short-lived for full compilation
                "-Xlog:disable",
                "-Xlog:all=warning,cds*=off:stderr",
                "-Dguice_bytecode_gen_option=DISABLED",
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Duser.timezone=Pacific/Auckland",
                "-cp",
                classes.toString(),
                Parley.class.getName()));
        command.addAll(1, List.of(sharing));
        return List.copyOf(command);
    }

    private static final class Holder {
        private static final Program INSTANCE = made();
    }
}
