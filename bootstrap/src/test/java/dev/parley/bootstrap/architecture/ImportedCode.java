package dev.parley.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.core.importer.Locations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.LoggerFactory;

/** The code that rules are evaluated on. The other modules are jars or folders, as Maven likes. */
final class ImportedCode {

    static final String ROOT = "dev.parley";
    static final String PLANTED_ROOT = "dev.parley.planted";

    /** Modules whose tests nobody else uses, so that they are not on the class path. */
    private static final List<String> MODULES_WITH_TESTS_OF_THEIR_OWN = List.of("domain", "adapters-rest");

    static {
        ((Logger) LoggerFactory.getLogger("com.tngtech.archunit")).setLevel(Level.INFO); // it tells of each class else
    }

    private ImportedCode() {}

    /** What is shipped. */
    static JavaClasses production() {
        return new ClassFileImporter()
                .withImportOption(location -> !isOfTests(location.asURI().toString()))
                .importPackages(ROOT)
                .that(isWritten());
    }

    /** What is shipped and the tests of every module. */
    static JavaClasses withTests() {
        Set<Location> locations = new HashSet<>(Locations.ofPackage(ROOT));
        MODULES_WITH_TESTS_OF_THEIR_OWN.stream()
                .map(ImportedCode::testsOf)
                .flatMap(Collection::stream)
                .forEach(locations::add);
        return new ClassFileImporter()
                .importLocations(locations)
                .that(isWritten().and(not(resideInAPackage(PLANTED_ROOT + ".."))));
    }

    /** Violations, one at least for every rule. */
    static JavaClasses planted() {
        return new ClassFileImporter().importPackages(PLANTED_ROOT).that(isWritten());
    }

    static boolean isTest(JavaClass javaClass) {
        return javaClass
                .getSource()
                .map(source -> isOfTests(source.getUri().toString()))
                .orElse(false);
    }

    /** The compiler makes classes too, of packages with documentation and of switches over enums. */
    private static DescribedPredicate<JavaClass> isWritten() {
        return not(modifier(JavaModifier.SYNTHETIC));
    }

    private static boolean isOfTests(String uri) {
        return uri.contains("/target/test-classes/") || uri.contains("-tests.jar!");
    }

    private static Set<Location> testsOf(String module) {
        Path classes = Path.of("").toAbsolutePath().resolveSibling(module).resolve("target/test-classes");
        return Files.isDirectory(classes) ? Set.of(Location.of(classes)) : Set.of();
    }
}
