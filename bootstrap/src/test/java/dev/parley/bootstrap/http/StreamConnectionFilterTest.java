package dev.parley.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.adapters.rest.request.RequestContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client that reads nothing, and a servlet that writes to it until something ends that. */
final class StreamConnectionFilterTest {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(
            server, new HttpConnectionFactory(), new HTTP2CServerConnectionFactory(new HttpConfiguration()));
    private final BlockingQueue<Runnable> cuts = new LinkedBlockingQueue<>();
    private final CompletableFuture<IOException> failure = new CompletableFuture<>();

    @BeforeEach
    void start() throws Exception {
        JettyLog.quieten();
        ServletContextHandler context = new ServletContextHandler("/");
        context.addFilter(new FilterHolder(new StreamConnectionFilter()), "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(new Endless(), "/*");
        server.addConnector(connector);
        server.setHandler(context);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void aBlockedWriteFailsWhenItsConnectionIsCut() throws Exception {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
            client.setSoTimeout(PATIENCE_MILLIS);
            client.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            Runnable cut = cuts.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            assertThat(cut).isNotNull();

            cut.run();
            cut.run();

            assertThat(failure).succeedsWithin(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            // what was on its way is forgotten, so there is no proper end
            assertThatThrownBy(() -> client.getInputStream().readAllBytes()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void ofASharedConnectionOnlyTheStreamIsCut() throws Exception {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
            client.setSoTimeout(PATIENCE_MILLIS);
            client.getOutputStream().write(Http2Frames.beginning());
            client.getOutputStream().write(Http2Frames.get(1, "/"));
            Runnable cut = cuts.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            assertThat(cut).isNotNull();

            cut.run();
            cut.run();

            assertThat(failure).succeedsWithin(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            Http2Frames.awaitReset(client);
            client.getOutputStream().write(Http2Frames.get(3, "/"));
            assertThat(cuts.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)).isNotNull();
        }
    }

    /** What is on its way would stay in memory for as long as the client likes. */
    @Test
    void aSharedConnectionThatIsStuckIsClosed() throws Exception {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
            client.setSoTimeout(PATIENCE_MILLIS);
            client.getOutputStream().write(Http2Frames.greedyBeginning());
            client.getOutputStream().write(Http2Frames.get(1, "/"));
            Runnable cut = cuts.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            assertThat(cut).isNotNull();
            AbstractEndPoint endPoint = (AbstractEndPoint)
                    connector.getConnectedEndPoints().iterator().next();
            await().until(() -> endPoint.getWriteFlusher().isPending());

            cut.run();

            assertThat(failure).succeedsWithin(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            assertThatThrownBy(() -> client.getInputStream().readAllBytes()).isInstanceOf(IOException.class);
        }
    }

    private final class Endless extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            cuts.add(RequestContext.of(request).abort());
            try {
                while (true) {
                    response.getOutputStream().write(new byte[8192]);
                }
            } catch (IOException e) {
                failure.complete(e);
            }
        }
    }
}
