package dev.parley.adapters.persistence.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.domain.user.Username;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The database folds stored names and the domain folds looked-up names: both must agree. */
final class FoldedNameTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    /**
     * All that this Java allows in a name. If a later Java has case pairs that the table lacks, a change set with a new function
     * and index is due.
     */
    @Test
    void databaseFoldsEveryLetterAsTheDomainDoes() {
        List<Username> names = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .mapToObj(Character::toString)
                .filter(text -> Username.flawsOf(text).isEmpty())
                .map(Username::new)
                .distinct()
                .toList();

        List<String> folded = POSTGRES.state()
                .withHandle(handle -> handle.createQuery("""
                        SELECT folded_name(name) FROM unnest(:names) WITH ORDINALITY AS given (name, place) ORDER BY place
                        """)
                        .bindArray(
                                "names",
                                String.class,
                                names.stream().map(Username::value).toList())
                        .mapTo(String.class)
                        .list());

        assertThat(folded).isEqualTo(names.stream().map(Username::folded).toList());
    }
}
