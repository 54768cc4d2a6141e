package dev.parley.bootstrap.service.fuzz;

import dev.parley.adapters.rest.testkit.openapi.ApiDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Sends a number of requests to a running service, by several concurrent clients, and then checks the state of the
 * service.
 *
 * @param seed of all random choices; ids and tokens of the service differ between runs
 */
public record FuzzRun(int port, int adminPort, long seed, int requests, int clients) {

    private static final int PLAYERS = 3;

    /**
     * For {@code bench/run --only fuzz}.
     *
     * @param arguments the application port, the admin port, the numbers of requests and clients, and an optional
     *     seed
     */
    @SuppressWarnings("SystemOut") // a program
    public static void main(String[] arguments) {
        long seed = arguments.length > 4 ? Long.parseLong(arguments[4]) : System.nanoTime();
        System.out.println("seed " + seed);
        Report report = new FuzzRun(
                        Integer.parseInt(arguments[0]),
                        Integer.parseInt(arguments[1]),
                        seed,
                        Integer.parseInt(arguments[2]),
                        Integer.parseInt(arguments[3]))
                .play();
        report.failures().forEach(System.out::println);
        System.out.println(report.outcomes());
        System.exit(report.failures().isEmpty() ? 0 : 1);
    }

    /**
     * The result.
     *
     * @param outcomes the number of each outcome
     */
    public record Report(List<String> failures, String outcomes) {}

    public Report play() {
        Findings findings = new Findings();
        String run = "fuzz" + Long.toString(seed & Long.MAX_VALUE, 36);
        try (FuzzConnection wire = new FuzzConnection(port);
                FuzzConnection admin = new FuzzConnection(adminPort)) {
            UntouchedUsers witnesses = new UntouchedUsers(wire, "w" + run);
            play(run, ApiDocument.parse(get(wire, "/v1/openapi.json").body()), findings);
            witnesses.flaws().forEach(findings::add);
            if (get(admin, "/healthcheck").status() != 200) {
                findings.add("the health is " + get(admin, "/healthcheck").body());
            }
        }
        return new Report(findings.failures(), findings.toString());
    }

    private void play(String run, ApiDocument document, Findings findings) {
        List<FuzzConnection> wires = IntStream.range(0, clients * 2)
                .mapToObj(i -> new FuzzConnection(i % 2 == 0 ? port : adminPort))
                .toList();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<FuzzUsers> casts = IntStream.range(0, clients)
                    .mapToObj(i -> new FuzzUsers(wires.get(i * 2), run + "-" + i + "-", PLAYERS))
                    .toList();
            List<String> names =
                    casts.stream().flatMap(cast -> cast.names().stream()).toList();
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                FuzzRandom chance = new FuzzRandom(seed + i);
                Fuzzer fuzzer = new Fuzzer(
                        wires.get(i * 2), wires.get(i * 2 + 1), chance, casts.get(i), names, document, findings);
                running.add(executor.submit(() -> fuzzer.play(requests / clients)));
            }
            running.forEach(FuzzRun::await);
        } finally {
            wires.forEach(FuzzConnection::close);
        }
    }

    private static void await(Future<?> client) {
        try {
            client.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static RawResponse get(FuzzConnection wire, String path) {
        return wire.exchange(RequestDraft.of("GET", path)) instanceof Outcome.Answered(List<RawResponse> answers)
                ? answers.getFirst()
                : new RawResponse(0, java.util.Map.of(), "{}");
    }
}
