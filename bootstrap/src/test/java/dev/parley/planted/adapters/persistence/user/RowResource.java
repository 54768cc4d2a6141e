package dev.parley.planted.adapters.persistence.user;

import dev.parley.planted.Breaks;

/** HTTP names and types in persistence. */
@Breaks("09-resources-are-in-rest")
interface RowResource {

    @Breaks("09-requests-are-in-rest")
    record RowRequest() {}

    @Breaks("09-responses-are-in-rest")
    record RowResponse() {}
}
