package dev.parley.bootstrap.service.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Mutations of the bytes of a body. */
final class BodyMutations {

    private static final List<String> BROKEN_UTF_8 =
            List.of("ff", "c0af", "e0809f", "eda080", "f4908080", "f8888080", "c3", "80", "fe", "00", "efbbbf");

    static final List<Mutation> ALL = List.of(
            BodyMutations::flip,
            BodyMutations::truncate,
            BodyMutations::breakUtf8,
            BodyMutations::surround,
            BodyMutations::recode,
            BodyMutations::compress,
            (draft, chance) -> draft.body(chance.bytes(chance.below(300))),
            (draft, chance) ->
                    draft.body(chance.pick(" ", "\n", "\u0000", "//", "/* */ {}", "{'a':1}", "{a:1}", "[1,]")),
            (draft, chance) -> draft.body(chance.pick("{\"content\":NaN}", "{\"content\":+1}", "{\"content\":0x1}")),
            (draft, chance) -> chance.oneIn(4) ? draft.body(" ".repeat((1 << 20) + 1) + draft.text()) : draft,
            (draft, chance) -> draft.instead("Content-Type: application/x-www-form-urlencoded")
                    .body("username=a&password=%zz&content=a;b&&=&x[]=1"),
            (draft, chance) -> draft.instead("Content-Type: multipart/form-data; boundary=x")
                    .body("--x\r\nContent-Disposition: form-data; name=\"content\"\r\n\r\na\r\n--x--"));

    private BodyMutations() {}

    private static RequestDraft flip(RequestDraft draft, FuzzRandom chance) {
        byte[] body = draft.body().clone();
        for (int i = 0; i <= body.length / 40 && body.length > 0; i++) {
            body[chance.below(body.length)] ^= (byte) (1 << chance.below(8));
        }
        return draft.body(body);
    }

    private static RequestDraft truncate(RequestDraft draft, FuzzRandom chance) {
        return draft.body(Arrays.copyOf(draft.body(), chance.below(draft.body().length + 1)));
    }

    private static RequestDraft breakUtf8(RequestDraft draft, FuzzRandom chance) {
        byte[] body = draft.body();
        int place = chance.below(body.length + 1);
        ByteArrayOutputStream broken = new ByteArrayOutputStream();
        broken.write(body, 0, place);
        broken.writeBytes(HexFormat.of().parseHex(chance.pick(BROKEN_UTF_8)));
        broken.write(body, place, body.length - place);
        return draft.body(broken.toByteArray());
    }

    private static RequestDraft surround(RequestDraft draft, FuzzRandom chance) {
        String text = draft.text();
        return draft.body(
                chance.pick("\ufeff" + text, text + text, text + "}", text + ",", text + "\u0000", ")]}'," + text));
    }

    private static RequestDraft recode(RequestDraft draft, FuzzRandom chance) {
        Charset charset = chance.pick(
                StandardCharsets.UTF_16,
                StandardCharsets.UTF_16LE,
                StandardCharsets.ISO_8859_1,
                Charset.forName("UTF-32"));
        RequestDraft recoded = draft.body(draft.text().getBytes(charset));
        return chance.oneIn(2)
                ? recoded
                : recoded.instead(
                        "Content-Type: application/json; charset=" + chance.pick(charset.name(), "x", "\"", ""));
    }

    /** A compressed body, with and without the header that says so. */
    private static RequestDraft compress(RequestDraft draft, FuzzRandom chance) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(chance.oneIn(3) ? new byte[5 << 20] : draft.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] bytes = chance.oneIn(3) ? draft.body() : packed.toByteArray();
        return draft.body(bytes).with("Content-Encoding: " + chance.pick("gzip", "deflate", "br", "gzip, gzip", "x"));
    }
}
