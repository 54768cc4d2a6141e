package dev.parley.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StrictFramingTest {

    private static final String BODY = "\r\n\r\n2\r\n{}\r\n0\r\n\r\n";
    private static final String NEXT = "GET /next HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    private static final int PATIENCE_MILLIS = 20_000;

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    @BeforeEach
    void start() throws Exception {
        server.addConnector(connector);
        server.addEventListener(new StrictFraming());
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                Content.Source.asString(
                        request,
                        StandardCharsets.US_ASCII,
                        Promise.from(
                                body -> Content.Sink.write(
                                        response, true, Request.getPathInContext(request) + body, callback),
                                callback::failed));
                return true;
            }
        });
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.0\r\nHost: x\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked",
                "HTTP/1.0\r\nTransfer-Encoding: chunked",
                "HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked",
                "HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\nTransfer-Encoding: chunked",
                "HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, chunked",
                "HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: identity, chunked",
            })
    void aBodyWhoseEndIsDoubtfulIsRefusedAndTheConnectionClosed(String head) throws IOException {
        String answers = exchange("POST /first " + head + BODY + NEXT);

        assertThat(answers)
                .startsWith("HTTP/1.1 400 ")
                .contains("Connection: close")
                .doesNotContain("/next");
        assertThat(answers.indexOf("HTTP/1.1", 1)).isNegative();
    }

    @Test
    void chunksOfHttp11AreRead() throws IOException {
        String answers = exchange("POST /first HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: Chunked" + BODY + NEXT);

        assertThat(answers).contains("/first{}", "/next");
    }

    /** All that comes until the server closes the connection. */
    private String exchange(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
