package dev.parley.bootstrap.configuration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** The cost of a password hash, and the bounds of the queue. The minimum is from OWASP's password storage sheet. */
public record PasswordsConfiguration(
        @Min(19_456) @Max(1_048_576) int memoryKibibytes,

        @Min(2) @Max(100) int passes,
        @Min(1) @Max(64) int threads,
        @Min(1) @Max(10_000) int maxWaiting) {}
