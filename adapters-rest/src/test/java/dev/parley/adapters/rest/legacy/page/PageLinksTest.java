package dev.parley.adapters.rest.legacy.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.rest.uri.QueryString;
import dev.parley.application.port.in.conversation.ReadHistoryUseCase.PageChoice;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PageLinksTest {

    private static final URI BASE = URI.create("http://h:1/");

    @ParameterizedTest
    @CsvSource({
        "'', 2, ?page=2",
        "'', 1, ''",
        "page=2, 3, ?page=3",
        "page=2, 1, ''",
        "page=1&page=2&z=1&a=2, 3, ?a=2&page=3&z=1",
        "b&a=&b=1&&c=%20+x, 2, ?a=&b=&b=1&c=++x&page=2",
        "k=a=b&%C5%9F=%c5%9f, 2, ?k=a%3Db&page=2&%C5%9F=%C5%9F",
        "x=%ZZ&y=%FF, 2, ?page=2&x=%25ZZ&y=%EF%BF%BD",
        "page=last&x=1, 1, ?x=1",
        "%F0%9F%91%8B=1&%EF%BF%BD=2, 2, ?page=2&%EF%BF%BD=2&%F0%9F%91%8B=1",
        "x=(*), 2, ?page=2&x=%28%2A%29",
    })
    void linkReplacesThePageAndSortsOtherParameters(String query, long page, String expected) {
        assertThat(new PageLinks(BASE, "bob", QueryString.parse(query)).to(page))
                .isEqualTo("http://h:1/message/bob/" + expected);
    }

    @Test
    void linkEncodesTheName() {
        assertThat(new PageLinks(BASE, "şük.@+-_", QueryString.parse(null)).to(1))
                .isEqualTo("http://h:1/message/%C5%9F%C3%BCk.@+-_/");
    }

    @Test
    void lastOfRepeatedPageParametersCounts() {
        assertThat(requested("page=x&page=4")).contains(new PageChoice.Numbered(4));
        assertThat(requested("pages=4")).contains(new PageChoice.Numbered(1));
        assertThat(requested("page=")).isEmpty();
        assertThat(requested("page=+5")).contains(new PageChoice.Numbered(5));
    }

    private static Optional<PageChoice> requested(String query) {
        return new PageLinks(BASE, "bob", QueryString.parse(query)).requestedPage();
    }
}
