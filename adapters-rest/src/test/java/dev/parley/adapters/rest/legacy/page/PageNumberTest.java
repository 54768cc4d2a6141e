package dev.parley.adapters.rest.legacy.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.in.conversation.ReadHistoryUseCase.PageChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PageNumberTest {

    @ParameterizedTest
    @CsvSource({"1,1", "' 2\t',2", "+3,3", "007,7", "1_000,1000", "-1,-1", "٣,3", "\u3000４２\u00a0,42", "𝟏,1", "-0,0"})
    void numbersThatPythonReadsAreRead(String text, long number) {
        assertThat(PageNumber.parse(text)).contains(new PageChoice.Numbered(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "1.0",
                "1e3",
                "0x1",
                "_1",
                "1_",
                "1__0",
                "+",
                "- 1",
                "1 2",
                "LAST",
                " last",
                "½",
                "99999999999999999999"
            })
    void otherTextIsRefused(String text) {
        assertThat(PageNumber.parse(text)).isEmpty();
    }

    @Test
    void lastPageHasAName() {
        assertThat(PageNumber.parse("last")).contains(new PageChoice.Last());
    }
}
