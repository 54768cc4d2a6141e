package dev.parley.adapters.rest.v1.openapi;

import dev.parley.adapters.rest.v1.description.Field;

/** What the document says of itself: enough to know it by. It is the one body of v1 that is open to more fields. */
record OpenApiOutline(
        @Field(value = "The version of OpenAPI.", example = "\"3.1.0\"")
        String openapi) {}
