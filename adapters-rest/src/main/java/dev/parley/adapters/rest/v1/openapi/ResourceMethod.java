package dev.parley.adapters.rest.v1.openapi;

import dev.parley.adapters.rest.limit.Limited;
import dev.parley.adapters.rest.v1.description.Group;
import dev.parley.adapters.rest.v1.description.Grouped;
import dev.parley.adapters.rest.v1.description.Operation;
import dev.parley.adapters.rest.v1.field.JsonObject;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A method that answers requests, as JAX-RS sees it.
 *
 * @param verb as in the request line
 * @param path with its variables in braces
 */
public record ResourceMethod(String verb, String path, Method method) {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /** All of the resource, in the order of their paths. */
    public static List<ResourceMethod> of(Class<?> resource) {
        return Stream.of(resource.getDeclaredMethods())
                .flatMap(method -> verbOf(method).stream()
                        .map(verb -> new ResourceMethod(verb, pathOf(resource) + pathOf(method), method)))
                .sorted(Comparator.comparing(ResourceMethod::path).thenComparing(ResourceMethod::verb))
                .toList();
    }

    private static Optional<String> verbOf(Method method) {
        return Stream.of(method.getAnnotations())
                .map(Annotation::annotationType)
                .flatMap(type -> Stream.ofNullable(type.getAnnotation(HttpMethod.class)))
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String pathOf(AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        return path == null ? "" : "/" + path.value().replaceFirst("^/", "");
    }

    /** What is said of it; empty if that was forgotten, which a test tells. */
    public Optional<Operation> operation() {
        return Optional.ofNullable(method.getAnnotation(Operation.class));
    }

    /** The heading that it stands under. */
    Optional<Group> group() {
        return Optional.ofNullable(method.getDeclaringClass().getAnnotation(Grouped.class))
                .map(Grouped::value);
    }

    /** As the document has it. */
    String verbInDocument() {
        return verb.toLowerCase(Locale.ROOT);
    }

    /** Whether it changes nothing, and can be repeated. */
    boolean isReading() {
        return verb.equals(HttpMethod.GET);
    }

    /** The names of the variables in its path. */
    List<String> variables() {
        return VARIABLE.matcher(path)
                .results()
                .map((MatchResult variable) -> variable.group(1))
                .toList();
    }

    /** Whether nobody gets there without a token. */
    boolean isProtected() {
        return Stream.of(method.getParameters()).anyMatch(parameter -> parameter.isAnnotationPresent(Auth.class));
    }

    /** Whether its clients can ask for too much: whoever is known, and whoever wants to be. */
    boolean isLimited() {
        return isProtected() || method.isAnnotationPresent(Limited.class);
    }

    boolean readsBody() {
        return List.of(method.getParameterTypes()).contains(JsonObject.class);
    }
}
