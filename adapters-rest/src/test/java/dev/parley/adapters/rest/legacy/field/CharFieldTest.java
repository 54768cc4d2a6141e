package dev.parley.adapters.rest.legacy.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.adapters.rest.legacy.json.FieldErrorsResponse;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CharFieldTest {

    private static final CharField TRIMMED =
            CharField.trimmed("f", text -> text.equals("bad") ? List.of("1", "2") : List.of());
    private static final CharField VERBATIM = CharField.verbatim("f", text -> List.of());

    @Test
    void textIsRead() {
        assertThat(accepted(TRIMMED, " x y\u00a0")).isEqualTo("x y");
        assertThat(accepted(VERBATIM, " x ")).isEqualTo(" x ");
    }

    @Test
    void nonTextIsRefused() {
        assertThat(refusals(TRIMMED, new FieldValue.Missing())).containsExactly("This field is required.");
        assertThat(refusals(TRIMMED, new FieldValue.Null())).containsExactly("This field may not be null.");
        assertThat(refusals(TRIMMED, new FieldValue.NotText())).containsExactly("Not a valid string.");
    }

    @Test
    void blankTextIsRefused() {
        assertThat(refusals(TRIMMED, new FieldValue.Text("\u3000 "))).containsExactly("This field may not be blank.");
        assertThat(refusals(VERBATIM, new FieldValue.Text(""))).containsExactly("This field may not be blank.");
        assertThat(refusals(VERBATIM, new FieldValue.Text("  "))).containsExactly("This field may not be blank.");
    }

    @Test
    void allErrorsAreCollected() {
        assertThat(refusals(TRIMMED, new FieldValue.Text(" bad "))).containsExactly("1", "2");
    }

    private static String accepted(CharField field, String text) {
        FieldErrors errors = new FieldErrors();
        String read = field.read(submitted(new FieldValue.Text(text)), errors);
        errors.refuseIfAny();
        return read;
    }

    private static List<String> refusals(CharField field, FieldValue value) {
        FieldErrors errors = new FieldErrors();
        field.read(submitted(value), errors);
        WebApplicationException refusal = catchThrowableOfType(WebApplicationException.class, errors::refuseIfAny);
        assertThat(refusal.getResponse().getStatus()).isEqualTo(400);
        return ((FieldErrorsResponse) refusal.getResponse().getEntity())
                .errors()
                .getOrDefault("f", List.of());
    }

    private static Submission.Fields submitted(FieldValue value) {
        return new Submission.Fields(Map.of("f", value));
    }
}
