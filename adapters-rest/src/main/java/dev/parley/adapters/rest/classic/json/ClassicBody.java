package dev.parley.adapters.rest.classic.json;

/** A response body of the legacy API. */
public sealed interface ClassicBody
        permits DetailResponse,
                EmptyResponse,
                FieldErrorsResponse,
                HistoryResponse,
                MessageResponse,
                TokenResponse,
                UsernameResponse {}
