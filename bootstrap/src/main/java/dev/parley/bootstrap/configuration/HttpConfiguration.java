package dev.parley.bootstrap.configuration;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDuration;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Time-outs of requests and responses, and the origins that may send requests.
 *
 * @param headersTimeout from the first byte of a request to the end of its head
 * @param requestTimeout from the first byte of a request to the end of its body
 * @param answerTimeout for a client to read the next part of its response
 * @param maxSlowClients maximum number of clients that delay their requests at a time
 * @param publicUrl where clients reach the API; blank or absent if unknown
 * @param allowedOrigins of pages on other hosts, separated by commas; {@code *} for all; blank for none
 */
public record HttpConfiguration(
        @NotNull @MinDuration(value = 1, unit = TimeUnit.MILLISECONDS)
        Duration headersTimeout,

        @NotNull @MinDuration(value = 1, unit = TimeUnit.MILLISECONDS)
        Duration requestTimeout,

        @NotNull @MinDuration(value = 1, unit = TimeUnit.MILLISECONDS)
        Duration answerTimeout,

        @Min(1) int maxSlowClients,

        @JsonProperty
        @Nullable @Pattern(regexp = HttpConfiguration.URL, message = "must be a URL such as https://chat.example") String publicUrl,

        @NotNull @Pattern(regexp = HttpConfiguration.ORIGINS, message = "must be *, or origins such as https://app.example") String allowedOrigins) {

    static final String ORIGINS =
            "\\s*(\\*|(https?://[A-Za-z0-9.\\[\\]:_-]+\\s*(,\\s*https?://[A-Za-z0-9.\\[\\]:_-]+\\s*)*)?)\\s*";

    static final String URL = "\\s*(https?://[A-Za-z0-9.\\[\\]:_-]+(/[A-Za-z0-9._~/-]*)?)?\\s*";

    /** Where clients reach the API, with a slash at its end. */
    public Optional<URI> baseUrl() {
        return Optional.ofNullable(publicUrl)
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .map(url -> URI.create(url.endsWith("/") ? url : url + "/"));
    }

    /** Empty, or {@value #ANY} alone, or a list of origins. */
    public Set<String> origins() {
        return Stream.of(allowedOrigins.split(",", -1))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Every origin. */
    public static final String ANY = "*";

    @ValidationMethod(message = "headersTimeout must not be longer than requestTimeout")
    @JsonIgnore
    public boolean isPartWithinWhole() {
        return Optional.ofNullable(headersTimeout)
                .flatMap(part -> Optional.ofNullable(requestTimeout).map(whole -> part.compareTo(whole) <= 0))
                .orElse(true); // a missing key is reported already
    }
}
