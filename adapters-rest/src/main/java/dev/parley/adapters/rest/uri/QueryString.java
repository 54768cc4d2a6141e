package dev.parley.adapters.rest.uri;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parameters of a query in their order, including repeated and empty ones. */
public record QueryString(List<Parameter> parameters) {

    /** By code point, as Python sorts; the order of Java strings differs beyond U+FFFF. */
    private static final Comparator<Parameter> BY_NAME = (one, other) -> Arrays.compareUnsigned(
            one.name().getBytes(StandardCharsets.UTF_8), other.name().getBytes(StandardCharsets.UTF_8));

    /** A decoded parameter. */
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

    /** @param raw the encoded query without the question mark; null if there is none */
    public static QueryString parse(@Nullable String raw) {
        return new QueryString(Stream.of((raw == null ? "" : raw).split("&"))
                .filter(text -> !text.isEmpty())
                .map(Parameter::parse)
                .toList());
    }

    /** Returns the last value of a repeated parameter. */
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

    /** Returns the encoded query, sorted by name. */
    public String encoded() {
        return parameters.stream().sorted(BY_NAME).map(Parameter::encoded).collect(Collectors.joining("&"));
    }
}
