package dev.parley.bootstrap.service.fuzz;

import dev.parley.bootstrap.service.fuzz.RequestDraft.Form;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Mutations of the transfer of a request: lengths, chunks, line ends, early ends. */
final class WireMutations {

    static final List<Mutation> ALL = List.of(
            (draft, chance) -> draft.form(Form.CUT),
            WireMutations::length,
            WireMutations::length,
            WireMutations::chunks,
            WireMutations::chunks,
            (draft, chance) -> raw(draft)
                    .with("Transfer-Encoding: "
                            + chance.pick(
                                    "chunked, chunked",
                                    "gzip, chunked",
                                    "identity",
                                    "x",
                                    "",
                                    "chunked;q=1",
                                    "CHUNKED")),
            (draft, chance) -> raw(draft)
                    .with(lengthOf(draft))
                    .with(chance.pick(
                            "NoColon",
                            " leading: space",
                            "\tfolded",
                            "Bad Name: x",
                            ": empty",
                            "X-Nul: a\u0000b",
                            "X-Cr: a\rb",
                            "X-Lf: a\nX-Injected: b",
                            "X\u00e9: x",
                            "X-Fold: a\r\n b",
                            "Content-Length : 5",
                            "(x): y")),
            (draft, chance) -> raw(draft)
                    .with(lengthOf(draft))
                    .version(chance.pick(
                            "HTTP/1.0",
                            "HTTP/0.9",
                            "HTTP/1.2",
                            "HTTP/2.0",
                            "HTTP/9.9",
                            "http/1.1",
                            "HTTP",
                            "",
                            "HTTP/1.1 x")),
            WireMutations::pipeline,
            (draft, chance) -> new RequestDraft(
                    chance.pick("\r\n\r\n", "\n", " ", "\u0000", "\t") + draft.method(),
                    draft.target(),
                    draft.version(),
                    draft.with(lengthOf(draft)).headers(),
                    draft.octets(),
                    Form.RAW),
            (draft, chance) -> RequestDraft.of(
                            chance.pick(
                                    "\u0016\u0003\u0001",
                                    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                                    "x\r\n\r\n",
                                    "\u0000\u0001"),
                            "")
                    .form(Form.RAW)
                    .body(chance.bytes(chance.below(200))));

    private WireMutations() {}

    private static RequestDraft raw(RequestDraft draft) {
        return draft.form(Form.RAW);
    }

    private static String lengthOf(RequestDraft draft) {
        return "Content-Length: " + draft.octets().length();
    }

    private static RequestDraft length(RequestDraft draft, FuzzRandom chance) {
        int right = draft.octets().length();
        String wrong = chance.pick(
                Integer.toString(right + 10),
                Integer.toString(Math.max(0, right - 5)),
                "-1",
                "+" + right,
                "0x10",
                right + ", " + right,
                right + "," + (right + 1),
                "9223372036854775808",
                "2147483648",
                "",
                "ten",
                right + " 1",
                "0" + right);
        RequestDraft told = raw(draft).with("Content-Length: " + wrong);
        return chance.oneIn(4) ? told.with(lengthOf(draft)) : told;
    }

    private static RequestDraft chunks(RequestDraft draft, FuzzRandom chance) {
        String body = draft.octets();
        String size = Integer.toHexString(body.length());
        String end = "\r\n0\r\n\r\n";
        String chunked = chance.pick(
                body.isEmpty() ? "0\r\n\r\n" : size + "\r\n" + body + end,
                size + ";ext=\"a\"\r\n" + body + "\r\n0\r\nX-Trailer: a\r\n\r\n",
                size + "\r\n" + body,
                "zz\r\n" + body + end,
                "-1\r\n" + body + end,
                "7fffffffffffffff\r\n" + body + end,
                "fffffffffffffffff\r\n" + body + end,
                size + "\n" + body + "\n0\n\n",
                size + "\r\n" + body + "x" + end,
                "0\r\n" + "T: " + "t".repeat(10_000) + "\r\n\r\n");
        RequestDraft told =
                raw(draft).with("Transfer-Encoding: chunked").body(chunked.getBytes(StandardCharsets.ISO_8859_1));
        return chance.oneIn(5) ? told.with(chance.pick("Content-Length: 5", lengthOf(told))) : told;
    }

    /** A second request right after it. */
    private static RequestDraft pipeline(RequestDraft draft, FuzzRandom chance) {
        String first = draft.octets();
        String second =
                "GET " + chance.pick("/v1/unread", "/nothing", "/docs", "/v1/me HTTP/1.1\r\nHost: x\r\n\r\nGET /")
                        + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        return raw(draft)
                .with(lengthOf(draft))
                .body((first + second.repeat(1 + chance.below(3))).getBytes(StandardCharsets.ISO_8859_1));
    }
}
