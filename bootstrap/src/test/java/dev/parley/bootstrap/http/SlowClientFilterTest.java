package dev.parley.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.adapters.rest.request.RequestProperty;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server with few threads, and clients that keep all of them waiting until something ends that. */
final class SlowClientFilterTest {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final int THREADS = 12;
    private static final int MANY = 3 * THREADS;
    private static final int FEW = 3;
    private static final Duration SENDING = Duration.ofSeconds(60);
    private static final Duration TAKING = Duration.ofSeconds(10);
    private static final String ENDLESS = "GET /endless HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String UPLOAD = "POST /upload HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{";

    private final Server server = new Server(new QueuedThreadPool(THREADS));
    private final ServerConnector connector = connector(server);
    private final AtomicLong ahead = new AtomicLong();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger blocked = new AtomicInteger();
    private final Queue<IOException> failures = new ConcurrentLinkedQueue<>();
    private final List<Socket> open = new ArrayList<>();

    @BeforeEach
    void start() {
        JettyLog.quieten();
        server.addConnector(connector);
    }

    @AfterEach
    void stop() throws Exception {
        for (Socket socket : open) {
            socket.close();
        }
        server.stop();
    }

    private static ServerConnector connector(Server server) {
        HttpConfiguration configuration = new HttpConfiguration();
        return new ServerConnector(
                server,
                1,
                1,
                new HttpConnectionFactory(configuration),
                new HTTP2CServerConnectionFactory(configuration));
    }

    private SlowClients serve(int most) throws Exception {
        SlowClients clients = new SlowClients(
                Pace.inAll(SENDING),
                Pace.eachTime(TAKING),
                most,
                () -> System.nanoTime() + ahead.get(),
                ended::incrementAndGet);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addFilter(new FilterHolder(new SlowClientFilter(clients)), "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(new Endpoint(), "/*");
        server.setHandler(context);
        server.start();
        return clients;
    }

    @Test
    void threadsOfAnswersThatNobodyTakesComeFree() throws Exception {
        SlowClients clients = serve(MANY);
        open(MANY, ENDLESS);

        awaitAnswer(clients, TAKING);

        assertThat(failures).isNotEmpty();
        assertThat(ended.get()).isPositive();
    }

    @Test
    void threadsOfBodiesThatDoNotComeComeFree() throws Exception {
        SlowClients clients = serve(MANY);
        open(MANY, UPLOAD);

        awaitAnswer(clients, SENDING);

        assertThat(failures).isNotEmpty();
    }

    @Test
    void whoeverKeepsThePaceIsLeftAlone() throws Exception {
        SlowClients clients = serve(MANY);
        open(FEW, ENDLESS);
        open(FEW, UPLOAD);
        await().until(() -> blocked.get() == 2 * FEW);

        later(TAKING.minusSeconds(1));
        clients.run();
        clients.run();

        assertThat(ended).hasValue(0);
        assertThat(failures).isEmpty();
    }

    /** Of an answer that nobody takes the kernel takes much, and that is not its client's merit. */
    @Test
    void ofTooManyThoseGoWhoTakeNothingWhateverTheKernelHasTaken() throws Exception {
        SlowClients clients = serve(FEW);
        for (int i = 0; i < FEW; i++) {
            openNarrow(ENDLESS);
        }
        await().until(() -> blocked.get() == FEW);
        List<Socket> senders = new ArrayList<>();
        for (int i = 0; i < FEW; i++) {
            senders.add(open(UPLOAD));
        }
        await().until(() -> blocked.get() == 2 * FEW);

        await().until(() -> {
            later(Duration.ofSeconds(1));
            clients.run();
            return failures.size() == FEW;
        });
        clients.run();

        assertThat(ended).hasValue(FEW);
        assertThat(blocked).hasValue(FEW);
        for (Socket sender : senders) {
            sender.getOutputStream().write("12345678".getBytes(StandardCharsets.US_ASCII));
        }
        await().until(() -> blocked.get() == 0);
        assertThat(failures).hasSize(FEW);
    }

    /** As the filter of streams does, which the service runs after this one. */
    @Test
    void whoeverSeesToTheirOwnConnectionIsLeftAlone() throws Exception {
        SlowClients clients = serve(1);
        open(FEW, "GET /stream HTTP/1.1\r\nHost: x\r\n\r\n");
        await().until(() -> blocked.get() == FEW);

        later(TAKING.multipliedBy(2));
        clients.run();

        assertThat(ended).hasValue(0);
        assertThat(failures).isEmpty();
    }

    /** The client has opened no window, so nothing is stuck in the connection, and it is not to blame. */
    @Test
    void ofASharedConnectionOneRequestIsEnded() throws Exception {
        SlowClients clients = serve(MANY);
        Socket client = openShared();
        client.getOutputStream().write(Http2Frames.get(1, "/endless"));

        endOneOf(clients, TAKING, client);
    }

    @Test
    void ofASharedConnectionOneBodyThatDoesNotComeIsEnded() throws Exception {
        SlowClients clients = serve(MANY);
        Socket client = openShared();
        client.getOutputStream().write(Http2Frames.post(1, "/upload"));

        endOneOf(clients, SENDING, client);
    }

    private Socket openShared() throws IOException {
        Socket client = open("");
        client.getOutputStream().write(Http2Frames.beginning());
        return client;
    }

    /** However soon somebody looks again; and the connection takes another request. */
    private void endOneOf(SlowClients clients, Duration limit, Socket client) throws IOException {
        await().until(() -> blocked.get() == 1);
        await().until(() -> {
            later(limit.plusSeconds(1));
            clients.run();
            clients.run();
            return ended.get() == 1;
        });
        await().until(() -> blocked.get() == 0);
        Http2Frames.awaitReset(client);
        client.getOutputStream().write(Http2Frames.get(3, "/endless"));
        await().until(() -> blocked.get() == 1);
    }

    private void open(int count, String request) throws IOException {
        for (int i = 0; i < count; i++) {
            open(request);
        }
    }

    private Socket open(String request) throws IOException {
        return open(new Socket(), request);
    }

    /** A client whose own system takes hardly anything for it. */
    private void openNarrow(String request) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        open(socket, request);
    }

    private Socket open(Socket socket, String request) throws IOException {
        open.add(socket);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), connector.getLocalPort()));
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Whoever comes after all those gets a turn, once their time is over. */
    private void awaitAnswer(SlowClients clients, Duration limit) throws IOException {
        Socket bystander = open("GET /quick HTTP/1.1\r\nHost: x\r\n\r\n");
        await().atMost(Duration.ofMillis(PATIENCE_MILLIS)).until(() -> {
            later(limit.plusSeconds(1));
            clients.run();
            return bystander.getInputStream().available() > 0;
        });
    }

    private void later(Duration time) {
        ahead.addAndGet(time.toNanos());
    }

    private final class Endpoint extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getPathInfo().equals("/quick")) {
                return;
            }
            blocked.incrementAndGet();
            try {
                hang(request, response);
            } catch (IOException e) {
                failures.add(e);
            } finally {
                blocked.decrementAndGet();
            }
        }

        private static void hang(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getPathInfo().equals("/upload")) {
                request.getInputStream().readAllBytes();
            }
            if (request.getPathInfo().equals("/stream")) {
                response.setContentType("text/event-stream");
                request.setAttribute(RequestProperty.CUT, (Runnable) () -> {});
            }
            while (!request.getPathInfo().equals("/upload")) {
                response.getOutputStream().write(new byte[100_000]);
            }
        }
    }
}
