import java.io.BufferedReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Opens event streams and measures how long messages take from the sending of the request to their arrival at the stream
 * of their receiver.
 *
 * <p>Usage: {@code java Streams.java PORT TOKENS STREAMS RATE SECONDS SENDERS}. The first STREAMS users of the file follow
 * their events; they write to each other, RATE messages a second in all, through SENDERS connections. Prints "open" when
 * all streams have caught up, waits for a line on standard input, sends, and prints what it measured as JSON.
 */
final class Streams {

    private static final int BUCKETS = 60_000;
    private static final String MARK = "sent at ";

    private final int port;
    private final List<String[]> users;
    private final AtomicLong arrived = new AtomicLong();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();
    /** Deliveries by their milliseconds. */
    private final AtomicLongArray latencies = new AtomicLongArray(BUCKETS);

    private Streams(int port, List<String[]> users) {
        this.port = port;
        this.users = users;
    }

    public static void main(String[] args) throws Exception {
        List<String[]> users = Files.readAllLines(Path.of(args[1])).stream()
                .limit(Integer.parseInt(args[2]))
                .map(line -> line.split(" "))
                .toList();
        Streams streams = new Streams(Integer.parseInt(args[0]), users);
        streams.open();
        System.out.println("open");
        System.in.read();
        streams.send(Integer.parseInt(args[3]), Integer.parseInt(args[4]), Integer.parseInt(args[5]));
        Thread.sleep(3000); // what is still under way
        System.out.println(streams.result(Integer.parseInt(args[4])));
        System.exit(0);
    }

    private void open() throws InterruptedException {
        CountDownLatch caughtUp = new CountDownLatch(users.size());
        Semaphore atATime = new Semaphore(100);
        for (String[] user : users) {
            atATime.acquire();
            Thread.ofVirtual().start(() -> follow(user, () -> {
                atATime.release();
                caughtUp.countDown();
            }));
        }
        caughtUp.await();
    }

    private void follow(String[] user, Runnable onCaughtUp) {
        try (Socket socket = connect()) {
            write(socket, "GET /v1/events/stream HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + user[1] + "\r\n\r\n");
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 1024);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: caught_up")) {
                    onCaughtUp.run();
                } else if (line.startsWith("data:") && line.contains("\"receiver\":\"" + user[0] + "\"")) {
                    int at = line.indexOf(MARK);
                    int end = line.indexOf('.', at);
                    if (at >= 0 && end > at) { // or the stream ended within the line
                        arrive(Long.parseLong(line.substring(at + MARK.length(), end)));
                    }
                }
            }
        } catch (IOException e) {
            // counted below
        }
        ended.incrementAndGet();
    }

    private void arrive(long sentAt) {
        arrived.incrementAndGet();
        long millis = (System.nanoTime() - sentAt) / 1_000_000;
        latencies.incrementAndGet((int) Math.min(millis, BUCKETS - 1));
    }

    private void send(int rate, int seconds, int senders) throws Exception {
        long interval = 1_000_000_000L * senders / rate;
        long begin = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < senders; number++) {
                int sender = number;
                threads.submit(() -> {
                    sendOn(begin + interval * sender / senders, interval, begin + seconds * 1_000_000_000L, sender);
                    return null;
                });
            }
        }
    }

    /** On one connection; a late sender does not wait. */
    private void sendOn(long first, long interval, long end, int seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        try (Socket socket = connect()) {
            InputStream answers = new BufferedInputStream(socket.getInputStream(), 4096);
            for (long next = first; next < end; next += interval) {
                LockSupport.parkNanos(next - System.nanoTime());
                String[] one = users.get(random.nextInt(users.size()));
                String[] other = users.get(random.nextInt(users.size()));
                String body = "{\"content\":\"" + MARK + System.nanoTime() + ".\"}";
                write(socket, "POST /v1/conversations/" + other[0] + "/messages HTTP/1.1\r\nHost: localhost\r\n"
                        + "Authorization: Bearer " + one[1] + "\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body);
                (status(answers) == 201 ? accepted : refused).incrementAndGet();
            }
        }
    }

    private static int status(InputStream answers) throws IOException {
        int status = Integer.parseInt(line(answers).split(" ")[1]);
        int length = 0;
        for (String line = line(answers); !line.isEmpty(); line = line(answers)) {
            if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        answers.skipNBytes(length);
        return status;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the server has hung up");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress("127.0.0.1", port), (int) TimeUnit.SECONDS.toMillis(30));
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private String result(int seconds) {
        return "{\"streams\": %d, \"ended\": %d, \"sent\": %d, \"refused\": %d, \"rate\": %.1f, \"arrived\": %d, \"p50_ms\": %d, \"p99_ms\": %d}"
                .formatted(users.size(), ended.get(), accepted.get(), refused.get(), (double) accepted.get() / seconds,
                        arrived.get(), percentile(0.50), percentile(0.99));
    }

    private int percentile(double part) {
        long rank = Math.max(1, (long) Math.ceil(arrived.get() * part));
        long seen = 0;
        for (int millis = 0; millis < BUCKETS; millis++) {
            seen += latencies.get(millis);
            if (seen >= rank) {
                return millis;
            }
        }
        return BUCKETS;
    }
}
