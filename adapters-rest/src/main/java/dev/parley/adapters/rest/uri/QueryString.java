package dev.parley.adapters.rest.uri;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parameters after a path, repeated ones and empty ones included, in their order. */
public record QueryString(List<Parameter> parameters) {

    /** By code points, as Python sorts; Java's own order is another beyond U+FFFF. */
    private static final Comparator<Parameter> BY_NAME = (one, other) -> Arrays.compareUnsigned(
            one.name().getBytes(StandardCharsets.UTF_8), other.name().getBytes(StandardCharsets.UTF_8));

    /** One of them, decoded. */
    public record Parameter(String name, String value) {

        private static Parameter parse(String text) {
            String[] parts = text.split("=", 2);
            return new Parameter(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
        }

        private static String decode(String text) {
            return PercentCoding.decode(text.replace('+', ' '));
        }

        private String encoded() {
            return encode(name) + "=" + encode(value);
        }

        private static String encode(String text) {
            return PercentCoding.encode(text, PercentCoding.SAFE_IN_QUERY + " ").replace(' ', '+');
        }
    }

    public QueryString {
        parameters = List.copyOf(parameters);
    }

    /** @param raw as it stands in the URL, without the question mark; null if there is none */
    public static QueryString parse(@Nullable String raw) {
        return new QueryString(Stream.of((raw == null ? "" : raw).split("&"))
                .filter(text -> !text.isEmpty())
                .map(Parameter::parse)
                .toList());
    }

    /** Of a repeated parameter the last value counts. */
    public Optional<String> lastValue(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .reduce((earlier, later) -> later);
    }

    public QueryString without(String name) {
        return new QueryString(parameters.stream()
                .filter(parameter -> !parameter.name().equals(name))
                .toList());
    }

    public QueryString with(String name, String value) {
        return new QueryString(Stream.concat(without(name).parameters().stream(), Stream.of(new Parameter(name, value)))
                .toList());
    }

    /** As it stands in a URL, sorted by name. */
    public String encoded() {
        return parameters.stream().sorted(BY_NAME).map(Parameter::encoded).collect(Collectors.joining("&"));
    }
}
