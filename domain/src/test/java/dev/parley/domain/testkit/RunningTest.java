package dev.parley.domain.testkit;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The test that runs on the current thread.
 *
 * @param type the class that declares the method: for a contract the contract class
 */
record RunningTest(Class<?> type, String method) {

    /** None in a thread that a test has started. */
    static Optional<RunningTest> find() {
        return StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.filter(RunningTest::isTest)
                        .findFirst()
                        .map(frame -> new RunningTest(frame.getDeclaringClass(), frame.getMethodName())));
    }

    /**
     * Runs this test. A test of a contract runs on every adapter of the module, and the profile {@code chosen-tests} adds the
     * cases that contracts nest.
     */
    String command() {
        String module = Path.of("").toAbsolutePath().getFileName().toString();
        String classes = Modifier.isAbstract(type.getModifiers()) ? "*Test" : type.getName();
        return "./parley verify -pl %s -am '-Dtest=%s#%s'".formatted(module, classes, method);
    }

    private static boolean isTest(StackFrame frame) {
        return Arrays.stream(frame.getDeclaringClass().getDeclaredMethods())
                .filter(declared -> declared.getName().equals(frame.getMethodName()))
                .anyMatch(RunningTest::isTest);
    }

    private static boolean isTest(AnnotatedElement method) {
        return AnnotationSupport.isAnnotated(method, Testable.class);
    }
}
