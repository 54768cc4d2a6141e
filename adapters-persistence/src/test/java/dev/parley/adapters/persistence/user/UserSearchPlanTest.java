package dev.parley.adapters.persistence.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.persistence.PostgresExtension;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search reads only the index entries that it returns, however many users exist. */
final class UserSearchPlanTest {

    private static final int USERS = 20_000;

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    /** A prepared statement gets a generic plan after a few uses. That plan uses none of the values. */
    @ParameterizedTest
    @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
    void searchReadsARangeOfTheIndexInItsOrder(String mode) {
        List<String> plan = POSTGRES.emptied().stateAsOwner().inTransaction(handle -> {
            register(handle);
            handle.execute("SET LOCAL plan_cache_mode = " + mode);
            prepare(handle);
            return handle.createQuery("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF)"
                            + " EXECUTE search ('user1', E'user1\\U0010FFFF', 'user15', 'USER15', 50)")
                    .mapTo(String.class)
                    .list();
        });

        String text = String.join("\n", plan);
        assertThat(text)
                .contains("Index Scan using app_user_folded_name on app_user (actual rows=50.00 ")
                .containsPattern("Index Cond: .* >= .* AND .* < .* AND .*ROW\\(.*, username\\) > ROW\\(")
                .doesNotContain("Sort", "Filter");
    }

    @Test
    void indexOrdersNamesByTheirCodePoints() {
        String collation = POSTGRES.stateAsOwner()
                .withHandle(
                        handle -> handle.createQuery("""
                        SELECT collation_name
                        FROM information_schema.columns
                        WHERE table_name = 'app_user' AND column_name = 'username'
                        """).mapTo(String.class).one());

        assertThat(collation).isEqualTo("C");
    }

    private static void register(Handle handle) {
        handle.createUpdate("""
                INSERT INTO app_user (username, password_hash, registered_at)
                SELECT 'user' || i, '$fake$', now()
                FROM generate_series(1, :users) AS i
                """).bind("users", USERS).execute();
        handle.execute("ANALYZE app_user");
    }

    private static void prepare(Handle handle) {
        handle.execute("DEALLOCATE ALL");
        handle.execute("PREPARE search (text, text, text, text, bigint) AS "
                + JdbiUsers.LIST_BY_PREFIX
                        .replace(":prefix", "$1")
                        .replace(":end", "$2")
                        .replace(":afterFolded", "$3")
                        .replace(":after", "$4")
                        .replace(":limit", "$5"));
    }
}
