package dev.parley.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher {@code ./parley} in a repository whose Maven and JVMs are scripts that only print their arguments. */
@DisabledOnOs(OS.WINDOWS)
final class LauncherTest {

    private static final List<String> TOOLS = List.of(
            "cat",
            "chmod",
            "dirname",
            "find",
            "grep",
            "head",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sleep",
            "touch");

    private static final String PARALLELISM = "-Djdk.virtualThreadScheduler.parallelism";

    /** What the service does for the launcher once it serves. */
    private static final String SERVES = "touch \"$served\"; ";

    @TempDir
    private Path temporary;

    private Path repository;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void createRepository() throws IOException {
        repository = Files.createDirectory(temporary.toRealPath().resolve("the repository"));
        Files.copy(Path.of("..", "parley"), repository.resolve("parley"));
        Files.createDirectories(repository.resolve("domain/src/main"));
        Files.writeString(repository.resolve("pom.xml"), "<project/>");
        script(repository.resolve("mvnw"), """
                mkdir -p bootstrap/target/lib
                touch bootstrap/target/parley.jar
                printf 'built with %s\\n' "$JAVA_HOME"
                """);
        environment.put("PATH", tools().toString());
        environment.put("HOME", temporary.toString());
        environment.put("PARLEY_JDK_DIRS", temporary.resolve("none") + ":" + temporary.resolve("jdks"));
    }

    @Test
    void helpDoesNotBuild() throws IOException, InterruptedException {
        Ending ending = parley();

        assertThat(ending.status()).isZero();
        assertThat(ending.output()).startsWith("Usage: ./parley COMMAND");
        assertThat(repository.resolve("bootstrap")).doesNotExist();
        assertThat(parley("--help")).isEqualTo(ending).isEqualTo(parley("help"));
    }

    @Test
    void firstStartBuildsAndRunsTheNewestJava() throws IOException, InterruptedException {
        jdk("17.0.15", "javac");
        Path newest = jdk("25.0.3", "javac");
        jdk("21.0.9", "javac");

        Ending first = parley("serve", "a b", "*");
        assertThat(first.status()).isEqualTo(7);
        assertThat(first.output())
                .startsWith("Building Parley (first time, about a minute) ...\nbuilt with " + newest + "\n")
                .endsWith("<-jar><bootstrap/target/parley.jar><serve><a b><*> in " + repository + "\n");
        assertThat(parley("check").output()).startsWith("25.0.3 ");
    }

    @Test
    void createdFilesAreReadableByTheOwnerOnly() throws IOException, InterruptedException {
        script(jdk("21.0.9", "javac").resolve("bin/java"), "umask");

        assertThat(parley("serve").output()).endsWith("077\n");
    }

    @Test
    void changedSourcesCauseABuild() throws IOException, InterruptedException {
        jdk("21.0.9", "javac");
        parley("check");

        Path source = Files.writeString(repository.resolve("domain/src/main/New.java"), "class New {}");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(parley("check").output()).startsWith("Building Parley (sources have changed) ...\n");
    }

    @Test
    void recentJavaHomeIsUsed() throws IOException, InterruptedException {
        jdk("25.0.3", "javac");
        environment.put("JAVA_HOME", jdk("21.0.9", "javac").toString());
        assertThat(parley("check").output()).contains("\n21.0.9 ");

        environment.put("JAVA_HOME", jdk("17.0.15", "javac").toString());
        assertThat(parley("check").output()).startsWith("25.0.3 ");

        environment.put("PARLEY_JAVA_HOME", environment.get("JAVA_HOME"));
        assertThat(parley("check"))
                .isEqualTo(new Ending(
                        1,
                        "parley: PARLEY_JAVA_HOME is " + environment.get("JAVA_HOME")
                                + ": no Java 21 or newer with java is there\n"));
    }

    @Test
    void missingJdkIsReported() throws IOException, InterruptedException {
        jdk("17.0.15", "javac");

        assertThat(parley("serve"))
                .isEqualTo(new Ending(
                        1,
                        "parley: building needs a JDK 21 or newer: install one (OpenJDK or Temurin) or set JAVA_HOME"
                                + " to it\n"));
    }

    @Test
    void startAfterABuildNeedsNoCompiler() throws IOException, InterruptedException {
        Path jdk = jdk("25.0.3", "javac");
        parley("check");
        Files.delete(jdk.resolve("bin/javac"));
        assertThat(parley("check").output()).startsWith("25.0.3 ");

        Files.delete(jdk.resolve("bin/java"));
        assertThat(parley("check"))
                .isEqualTo(
                        new Ending(
                                1,
                                "parley: no Java 21 or newer found: install one (OpenJDK or Temurin) or set JAVA_HOME to it\n"));
    }

    @Test
    void failedBuildFailsTheStart() throws IOException, InterruptedException {
        jdk("25.0.3", "javac");
        script(repository.resolve("mvnw"), "printf 'no such symbol\\n'; exit 2");

        Ending ending = parley("serve");

        assertThat(ending.status()).isEqualTo(1);
        assertThat(ending.output()).endsWith("no such symbol\nparley: the build has failed, the reason is above\n");
        assertThat(repository.resolve("target/parley-build.lock")).doesNotExist();
    }

    @Test
    void startWorksThroughALinkAndAfterAKilledBuild() throws IOException, InterruptedException {
        jdk("25.0.3", "javac");
        Path lock = Files.createDirectories(repository.resolve("target/parley-build.lock"));
        Files.writeString(lock.resolve("pid"), "999999999");
        Path link = Files.createSymbolicLink(temporary.resolve("link"), repository.resolve("parley"));

        assertThat(run(link, "check").output()).endsWith("<check> in " + repository + "\n");
        assertThat(lock).doesNotExist();
    }

    @Test
    void supportedJavaIsTrainedAndUsesTheCache() throws IOException, InterruptedException {
        Path newest = jdk("25.0.3", "javac");
        assertThat(parley("train", "config.yml").output())
                .contains(
                        "<-XX:AOTCacheOutput=bootstrap/target/parley.aot.",
                        "<-Dparley.served=bootstrap/target/parley.aot.")
                .contains("<serve><config.yml> in " + repository + "\n")
                .endsWith("parley: the service did not serve until an orderly stop: nothing new was kept\n");

        Path trained = Files.createFile(repository.resolve("bootstrap/target/parley.aot"));
        Files.setLastModifiedTime(trained, FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(parley("serve").output())
                .contains("<-XX:AOTCache=bootstrap/target/parley.aot>")
                .doesNotContain("SharedArchive");

        environment.put("PARLEY_JAVA_HOME", jdk("24.0.2", "javac").toString());
        assertThat(parley("serve").output()).startsWith("24.0.2 ").doesNotContain("AOT", "aot");
        assertThat(parley("train"))
                .isEqualTo(new Ending(
                        1,
                        "parley: training needs Java 25 or newer, and this is " + newest.resolveSibling("jdk-24.0.2")
                                + "\n"));
    }

    @Test
    void trainingOfACompleteRunIsKept() throws IOException, InterruptedException {
        for (int status : new int[] {0, 143}) {
            learner(SERVES + "exit " + status);
            assertThat(parley("train").status()).isEqualTo(status);
            assertThat(trainings()).containsExactly("parley.aot");
            assertThat(repository.resolve("bootstrap/target/parley.aot")).hasContent("learnt " + status);
            Files.writeString(repository.resolve("bootstrap/target/parley.aot"), "before");
        }
    }

    @Test
    void trainingOfAnIncompleteRunIsDiscarded() throws IOException, InterruptedException {
        for (String run : List.of("exit 0", "exit 1", SERVES + "exit 1", SERVES + "exit 137")) {
            learner(run);
            parley("check"); // builds
            Files.writeString(repository.resolve("bootstrap/target/parley.aot"), "before");

            Ending ending = parley("train", "--help");

            assertThat(ending.status()).as(run).isEqualTo(Integer.parseInt(run.replaceAll(".* ", "")));
            assertThat(ending.output()).endsWith("nothing new was kept\n");
            assertThat(trainings()).containsExactly("parley.aot");
            assertThat(repository.resolve("bootstrap/target/parley.aot")).hasContent("before");
        }
    }

    @Test
    void signalReachesTheServiceDuringTraining() throws IOException, InterruptedException {
        learner("trap 'printf learnt >\"$output\"; exit 143' TERM; " + SERVES + "while :; do sleep 0.05; done");
        Process launcher = start(repository.resolve("parley"), "train");
        await().until(() -> hasServed());

        launcher.destroy(); // SIGTERM

        assertThat(launcher.waitFor()).isEqualTo(143);
        assertThat(repository.resolve("bootstrap/target/parley.aot")).hasContent("learnt");
        assertThat(trainings()).containsExactly("parley.aot");
    }

    private boolean hasServed() throws IOException {
        return Files.exists(repository.resolve("bootstrap/target"))
                && trainings().stream().anyMatch(name -> name.endsWith(".served"));
    }

    /** A Java that writes its training output and exits as the script says. */
    private void learner(String ending) throws IOException {
        Path home = jdk("25.0.3", "javac");
        script(home.resolve("bin/java"), """
                output=/dev/null
                served=/dev/null
                for argument; do
                    case $argument in
                        -XX:AOTCacheOutput=*) output=${argument#*=} ;;
                        -Dparley.served=*) served=${argument#*=} ;;
                    esac
                done
                status=STATUS
                printf 'learnt %s' "$status" >"$output"
                ENDING
                """.replace("STATUS", ending.replaceAll("(?s).*exit (\\d+).*", "$1"))
                .replace("ENDING", ending));
    }

    private List<String> trainings() throws IOException {
        try (Stream<Path> files = Files.list(repository.resolve("bootstrap/target"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("parley.aot"))
                    .toList();
        }
    }

    @Test
    void trainingOfAnotherBuildIsIgnored() throws IOException, InterruptedException {
        jdk("25.0.3", "javac");
        parley("check");
        Path trained = Files.createFile(repository.resolve("bootstrap/target/parley.aot"));
        Path library = Files.createFile(repository.resolve("bootstrap/target/lib/some.jar"));
        Files.setLastModifiedTime(library, FileTime.from(Instant.now().plusSeconds(60)));
        Files.setLastModifiedTime(trained, FileTime.from(Instant.now().plusSeconds(30)));

        assertThat(parley("serve").output())
                .contains("<-XX:+AutoCreateSharedArchive>")
                .doesNotContain("AOT");
    }

    @Test
    void classSharingOptionsOfTheUserTakePrecedence() throws IOException, InterruptedException {
        jdk("25.0.3", "javac");
        environment.put("PARLEY_JAVA_OPTS", "-Xshare:off");

        assertThat(parley("serve").output()).contains("<-Xshare:off>").doesNotContain("SharedArchive");
    }

    @Test
    void verifyRunsMavenWithTheNewestJdk() throws IOException, InterruptedException {
        environment.put("JAVA_HOME", jdk("17.0.15", "javac").toString());
        Path newest = jdk("25.0.3", "javac");
        jdk("21.0.9", "javac");
        environment.put("PARLEY_BROWSER", "/opt/browser");
        mavenSays("$JAVA_HOME $PARLEY_BROWSER", 0);

        Ending ending = parley("verify", "-pl", "a b");

        assertThat(ending.status()).isZero();
        assertThat(ending.output())
                .startsWith("Testing Parley with " + newest + " ...\n" + newest + " /opt/browser\n<-B>")
                .endsWith("<verify><-pl><a b>\n");
        assertThat(repository.resolve("bootstrap")).doesNotExist();
        assertThat(repository.resolve("target/parley-build.lock")).doesNotExist();
    }

    @Test
    void verifyUsesTheChosenJdk() throws IOException, InterruptedException {
        jdk("25.0.3", "javac");
        Path oldEnough = jdk("21.0.9", "javac");
        mavenSays("$JAVA_HOME", 0);

        environment.put("JAVA_HOME", oldEnough.toString());
        assertThat(parley("verify").output())
                .contains("Testing Parley with " + oldEnough + " ...\n", oldEnough + "\n<-B>");

        environment.put("PARLEY_JAVA_HOME", jdk("24.0.2", "javac").toString());
        assertThat(parley("verify").output()).contains("jdk-24.0.2\n<-B>");
        assertThat(parley("maven", "spotless:apply").output()).endsWith("jdk-24.0.2\n<spotless:apply>\n");
    }

    @Test
    void verifyReportsAMissingJdk() throws IOException, InterruptedException {
        jdk("17.0.15", "javac");

        assertThat(parley("verify")).isEqualTo(parley("serve")).isEqualTo(parley("maven"));
        assertThat(parley("verify").output()).startsWith("parley: building needs a JDK 21 or newer: install one");
    }

    @Test
    void verifyPrintsFailuresOnly() throws IOException, InterruptedException {
        jdk("25.0.3", "javac");
        mavenSays("""
                [INFO] -------------------------------------------------------
                [INFO] --- jar:3.5.0:jar (default-jar) @ parley-domain ---
                [INFO] Running dev.parley.TextTest
                [INFO] Tests run: 9, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 0.1 s -- in dev.parley.TextTest
                [ERROR] Tests run: 3, Failures: 1, Errors: 0, Skipped: 0, Time elapsed: 0.1 s <<< FAILURE! -- in dev.parley.RedTest
                [ERROR] Tests run: 12, Failures: 1, Errors: 0, Skipped: 0
                """, 3);

        Ending ending = parley("verify");

        assertThat(ending.status()).isEqualTo(1);
        assertThat(ending.output().lines().filter(line -> line.startsWith("[")))
                .containsExactly(
                        "[ERROR] Tests run: 3, Failures: 1, Errors: 0, Skipped: 0, Time elapsed: 0.1 s <<< FAILURE! -- in dev.parley.RedTest",
                        "[ERROR] Tests run: 12, Failures: 1, Errors: 0, Skipped: 0");
        assertThat(ending.output())
                .endsWith("parley: the reason is above; what failed tests wrote is in"
                        + " MODULE/target/surefire-reports/CLASS-output.txt\n");
    }

    @Test
    void verifyFindsABrowserOrExplainsHowToInstallOne() throws IOException, InterruptedException {
        jdk("25.0.3", "javac");
        mavenSays("browser: $PARLEY_BROWSER", 0);
        assertThat(parley("verify").output())
                .contains("Skipping the test of the page at /docs, which needs a Chromium: install one (apt-get"
                        + " install chromium) or set PARLEY_BROWSER to its path\n");

        Path chromium = temporary.resolve("tools/chromium");
        script(chromium, "");
        assertThat(parley("verify").output())
                .contains("browser: " + chromium + "\n")
                .doesNotContain("Skipping");
    }

    private void mavenSays(String words, int status) throws IOException {
        script(repository.resolve("mvnw"), """
                cat <<END
                WORDS
                END
                printf '<%s>' "$@"
                echo
                exit STATUS
                """.replace("WORDS", words.strip())
                .replace("STATUS", Integer.toString(status)));
    }

    private Path jdk(String version, String compiler) throws IOException {
        Path home = temporary.resolve("jdks").resolve("jdk-" + version);
        script(home.resolve("bin/java"), """
                printf '%s ' VERSION
                printf '<%s>' "$@"
                printf ' in %s\\n' "$PWD"
                exit 7
                """.replace("VERSION", version));
        script(home.resolve("bin").resolve(compiler), "");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    /** A search path with the programs that the launcher uses, but without a Java. */
    private Path tools() throws IOException {
        Path tools = temporary.resolve("tools");
        for (String tool : TOOLS) {
            script(tools.resolve(tool), "exec " + programOfSystem(tool) + " \"$@\"");
        }
        return tools;
    }

    private static Path programOfSystem(String name) {
        return Stream.of("/bin", "/usr/bin")
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private static void script(Path file, String body) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, "#!/bin/sh\n" + body);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Ending parley(String... arguments) throws IOException, InterruptedException {
        return run(repository.resolve("parley"), arguments);
    }

    private Ending run(Path launcher, String... arguments) throws IOException, InterruptedException {
        int status = start(launcher, arguments).waitFor();
        return new Ending(status, Files.readString(temporary.resolve("output")));
    }

    private Process start(Path launcher, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments))
                .toList());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.directory(temporary.toFile())
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("output").toFile())
                .start();
    }

    private record Ending(int status, String output) {}
}
