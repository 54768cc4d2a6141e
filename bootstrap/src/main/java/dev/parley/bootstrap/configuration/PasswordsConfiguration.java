package dev.parley.bootstrap.configuration;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** What a password hash costs, and who may wait for one. The minimum is that of OWASP's password storage sheet. */
public record PasswordsConfiguration(
        @JsonProperty(required = true) @Min(19_456) @Max(1_048_576) int memoryKibibytes,

        @JsonProperty(required = true) @Min(2) @Max(100) int passes,
        @JsonProperty(required = true) @Min(1) @Max(64) int threads,
        @JsonProperty(required = true) @Min(1) @Max(10_000) int maxWaiting) {}
