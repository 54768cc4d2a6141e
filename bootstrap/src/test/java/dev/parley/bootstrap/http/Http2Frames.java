package dev.parley.bootstrap.http;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** What clients of HTTP/2 write that take nothing of any answer (RFC 9113). */
final class Http2Frames {

    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int WINDOW_UPDATE = 8;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;

    private Http2Frames() {}

    static byte[] beginning() {
        return beginning("000400000000"); // INITIAL_WINDOW_SIZE 0
    }

    /** Of a client that lets the server send as much as it can, whether or not it will read it. */
    static byte[] greedyBeginning() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(beginning("00047fffffff"));
        bytes.writeBytes(frame(WINDOW_UPDATE, 0, 0, "7fff0000"));
        return bytes.toByteArray();
    }

    private static byte[] beginning(String settings) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(frame(SETTINGS, 0, 0, settings));
        return bytes.toByteArray();
    }

    static byte[] get(int stream, String path) {
        return frame(HEADERS, END_HEADERS | END_STREAM, stream, "8286" + at(path));
    }

    static byte[] postWithoutBody(int stream, String path) {
        return frame(HEADERS, END_HEADERS | END_STREAM, stream, "8386" + at(path));
    }

    static byte[] reset(int stream) {
        return frame(RST_STREAM, 0, stream, "00000008");
    }

    /** Of which no body comes. */
    static byte[] post(int stream, String path) {
        return frame(HEADERS, END_HEADERS, stream, "8386" + at(path));
    }

    private static String at(String path) {
        return "04" + literal(path) + "41" + literal("x");
    }

    private static byte[] frame(int type, int flags, int stream, String payload) {
        byte[] bytes = HexFormat.of().parseHex(payload);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(HexFormat.of().parseHex("%06x%02x%02x%08x".formatted(bytes.length, type, flags, stream)));
        frame.writeBytes(bytes);
        return frame.toByteArray();
    }

    private static String literal(String text) {
        return "%02x".formatted(text.length()) + HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads on until the server ends a request and leaves the others. */
    static void awaitReset(Socket client) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        int type = -1;
        while (type != RST_STREAM) {
            int lengthAndType = in.readInt();
            type = lengthAndType & 0xff;
            in.readNBytes(5 + (lengthAndType >>> 8));
        }
    }
}
