package dev.parley.adapters.rest.classic.json;

/** A body that the classic API answers with. Only these are written its way. */
public sealed interface ClassicBody
        permits DetailResponse,
                EmptyResponse,
                FieldErrorsResponse,
                HistoryResponse,
                MessageResponse,
                TokenResponse,
                UsernameResponse {}
