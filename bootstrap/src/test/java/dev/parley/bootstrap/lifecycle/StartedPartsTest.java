package dev.parley.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ResourceStackTest {

    private final ResourceStack stack = new ResourceStack();
    private final List<String> closed = new ArrayList<>();

    @Test
    void theLastOpenedIsClosedFirst() {
        AutoCloseable first = stack.add(() -> closed.add("first"));
        stack.add(() -> closed.add("second"));

        stack.close();

        assertThat(closed).containsExactly("second", "first");
        assertThat(first).isNotNull();
    }

    @Test
    void whatFailsKeepsNothingElseOpen() {
        stack.add(() -> closed.add("first"));
        stack.add(() -> {
            throw new IOException("stuck");
        });
        stack.add(() -> closed.add("third"));

        stack.close();

        assertThat(closed).containsExactly("third", "first");
    }

    @Test
    void nothingIsClosedTwice() {
        stack.add(() -> closed.add("only"));

        stack.close();
        stack.close();

        assertThat(closed).containsExactly("only");
    }
}
