package dev.parley.bootstrap.service;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bootstrap.Parley;
import dev.parley.bootstrap.store.DirectoryTree;
import java.io.File;
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
 * The program as jars, with an archive of the classes that it needs to serve (class data sharing), which spares each JVM a
 * fourth of its start. Made once for all JVMs of a build, by the first that runs the program.
 */
final class Program {

    private static final Path ROOT = Path.of("target", "program").toAbsolutePath();
    private static final String CLASSES = "classes.jsa";

    private final List<String> options;

    private Program(List<String> options) {
        this.options = options;
    }

    /** What a JVM is started with, before the arguments of the program. */
    static List<String> command() {
        return Holder.INSTANCE.options;
    }

    private static Program made() {
        try {
            Files.createDirectories(ROOT);
            try (FileChannel channel = FileChannel.open(ROOT.resolve("lock"), CREATE, WRITE);
                    FileLock lock = channel.lock()) { // of other JVMs
                assertThat(lock.isValid()).isTrue();
                return make();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Program make() throws IOException {
        List<Path> parts = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(part -> !part.isEmpty()) // which would be the whole directory
                .map(Path::of)
                .filter(part -> !part.endsWith("test-classes"))
                .toList();
        Path here = ROOT.resolve(ClassTree.fingerprint(parts));
        Path archive = here.resolve(CLASSES);
        if (!Files.exists(archive)) {
            forget();
            Files.createDirectories(here);
        }
        String classPath = String.join(File.pathSeparator, jars(parts, here, Files.exists(archive)));
        if (!Files.exists(archive)) {
            train(here, classPath, archive);
        }
        return new Program(command("-XX:SharedArchiveFile=" + archive, classPath));
    }

    /** What was made for other classes. */
    private static void forget() throws IOException {
        try (Stream<Path> others = Files.list(ROOT)) {
            others.filter(Files::isDirectory).forEach(DirectoryTree::delete);
        }
    }

    private static List<String> jars(List<Path> parts, Path here, boolean areThere) throws IOException {
        List<String> jars = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Path part = parts.get(i);
            if (Files.isDirectory(part)) { // no directory can be in an archive of classes
                Path jar = here.resolve(i + ".jar");
                if (!areThere) {
                    ClassTree.pack(part, jar);
                }
                jars.add(jar.toString());
            } else {
                jars.add(part.toString());
            }
        }
        return jars;
    }

    /** What it learns is written at its end. */
    private static void train(Path here, String classPath, Path archive) throws IOException {
        Path unfinished = here.resolve("unfinished.jsa");
        Path home = Files.createTempDirectory("parley-program").toRealPath();
        Settings settings = Settings.in(home).onEmptyStores();
        try (ServiceProcess service =
                ServiceProcess.run(command("-XX:ArchiveClassesAtExit=" + unfinished, classPath), settings, serving())) {
            service.awaitReady();
            Api anna = service.api().signUp("anna");
            assertThat(anna.send("anna", "hello").status()).isEqualTo(201);
            assertThat(anna.history("anna")).hasSize(1);
            service.terminate();
            service.awaitEnd();
        }
        DirectoryTree.delete(home);
        Files.move(unfinished, archive);
    }

    private static List<String> serving() {
        return List.of("serve", Settings.configFile().toString());
    }

    private static List<String> command(String sharing, String classPath) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", // starts sooner, and there is no time to become quick
                sharing,
                "--enable-native-access=ALL-UNNAMED",
                "-Dguice_bytecode_gen_option=DISABLED",
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Duser.timezone=Pacific/Auckland",
                "-cp",
                classPath,
                Parley.class.getName());
    }

    private static final class Holder {
        private static final Program INSTANCE = made();
    }
}
