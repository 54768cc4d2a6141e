package dev.parley.adapters.rest.legacy.json;

/** A response body of the legacy API. */
public sealed interface LegacyBody
        permits DetailResponse,
                EmptyResponse,
                FieldErrorsResponse,
                LegacyHistoryResponse,
                LegacyMessageResponse,
                TokenResponse,
                UsernameResponse {}
