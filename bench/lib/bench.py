"""Measures, one thing after the other, and prints a table. Whatever is compared is compared within one run."""

import argparse
import glob
import json
import os
import pathlib
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(__file__))
import seed
import timing
import worst
from load import wrk
from newcomer import Newcomer
from report import Report, Turn, counted
from service import ADMIN, PORT, ROOT, TRAINED, Service, fetch
from storm import Storm

HERE = pathlib.Path(__file__).parent
USERS = 2000
WORST_MS = 50
FOLLOWERS = 10_000
ROUNDS = 5
WARM = 10  # seconds after which PostgreSQL's processes for pgbench, new in each turn, have opened and planned all that they need
FLOOR_PORT, FLOOR_ADMIN = PORT + 2, ADMIN + 2


def main():
    parser = argparse.ArgumentParser(prog="bench/run")
    parser.add_argument("--only", default="start,sends,overload,reads,logins,timing,worst,storm,streams,trained")
    parser.add_argument("--soak", action="store_true", help="ten minutes of load at the end")
    parser.add_argument("--quick", action="store_true", help="to try the bench, not to quote it")
    parser.add_argument("--out", help="directory for table.md, sends.svg and figures.json")
    parser.add_argument("--java-options", default="", help="for the service, such as -XX:+UseParallelGC")
    parser.add_argument("--seed", help="for fuzz: the requests of another run")
    options = parser.parse_args()
    parts = options.only.split(",") + (["soak"] if options.soak else [])
    directory = pathlib.Path(tempfile.mkdtemp(prefix="parley-bench-"))
    subprocess.run([ROOT / "parley", "check", ROOT / "config.yml"], check=True, stdout=subprocess.DEVNULL)  # builds
    TRAINED.unlink(missing_ok=True)  # the results are those of an untrained node, except where they say otherwise
    report = Report(machine())
    try:
        Bench(directory, options, report).run(parts)
    finally:  # what was measured before a failure was measured
        shutil.rmtree(directory)
        print(report.table())
        if options.out:
            report.write(pathlib.Path(options.out))


def machine():
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "?")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**30
    return f"{os.cpu_count()} cores ({model}), {memory} GiB, {platform.system()} {platform.machine()}"


class Bench:
    def __init__(self, directory, options, report):
        self.directory = directory
        self.quick = options.quick
        self.java_options = options.java_options
        self.seed = options.seed
        self.report = report
        self.tokens = directory / "tokens"

    def seconds(self, long):
        return max(3, long // 6) if self.quick else long

    def service(self, name, **more):
        return Service(self.directory / name, java_options=more.pop("java_options", self.java_options), **more)

    def run(self, parts):
        for part in parts:
            print(f"bench: {part} ...", file=sys.stderr, flush=True)
            getattr(self, part)()

    def start(self):
        """Built and initialised, to the first answer."""
        service = self.service("start")
        service.start()
        service.stop()
        times = []
        for _ in range(3):
            times.append(service.start())
            service.stop()
        self.report.row("start to first answer, built and initialised", f"{sorted(times)[1]:.1f} s", "median of 3")

    def trained(self):
        """Cold, with what the JVM has learnt in half a minute of another run, and without."""
        try:
            self.report.row("sends, cold: the first 10 s, 64 connections", *self.cold("untrained"))
            with self.service("training", command="train") as service:
                seed.users(service, USERS, self.tokens)
                self.send(64, self.seconds(30))
            self.report.row("the same after `./parley train`", *self.cold("trained"))
        finally:
            TRAINED.unlink(missing_ok=True)

    def cold(self, name):
        with self.service(name) as service:
            service.stop()
            took = service.start()
            seed.users(service, USERS, self.tokens)
            cold = self.send(64, self.seconds(10))
            return f"{rate(cold)}; started in {took:.1f} s", latency(cold)

    def sends(self):
        """Beside the floor: both are there all the time, and take turns, so that a machine that changes changes for both."""
        with (self.service("floor", relays=False, postgres="max_connections = 320", ports=(FLOOR_PORT, FLOOR_ADMIN)) as floor,
              self.service("sends") as service):
            floor_tokens = self.directory / "floor-tokens"
            seed.users(floor, USERS, floor_tokens)
            seed.users(service, USERS, self.tokens)
            self.send(64, self.seconds(70))
            for connections in (1, 8, 64, 256):
                turns = [self.turn(floor, service, connections) for _ in range(ROUNDS)]
                self.report.sends(connections, turns)

    def turn(self, floor, service, connections):
        """Of each a moment."""
        written = self.pgbench(floor, connections)
        java, postgres = service.cpu()
        result = self.send(connections, self.seconds(12))
        java, postgres = (after - before for after, before in zip(service.cpu(), (java, postgres)))
        return Turn(written, result, 1e6 * java / result["good"], 1e6 * postgres / result["good"])

    def send(self, connections, seconds):
        result = wrk("send.lua", connections, seconds, parley_tokens=self.tokens)
        if result["failed"]:
            raise RuntimeError(f"requests failed: {result}")
        return result

    def pgbench(self, service, clients):
        """Transactions a second once its clients are warm, as the service's connections are."""
        where, environment = service.database()
        warm, seconds = self.seconds(WARM), self.seconds(12)
        program = shutil.which("pgbench") if not glob.glob("/usr/lib/postgresql/*/bin/pgbench") else sorted(
            glob.glob("/usr/lib/postgresql/*/bin/pgbench"))[-1]
        done = subprocess.run(
            [program, *where, "-n", "-M", "prepared", "-f", HERE / "floor.sql", "-D", f"users={USERS}",
             "-c", str(clients), "-j", str(min(2, clients)), "-T", str(warm + seconds), "-P", "1", "parley"],
            env=environment, capture_output=True, text=True)
        progress = [(float(at), float(rate)) for at, rate in re.findall(r"(?m)^progress: (\S+) s, (\S+) tps", done.stderr)]
        counted = [(at - before, rate) for (before, _), (at, rate) in zip(progress, progress[1:]) if before > warm - 0.5]
        measured = sum(span for span, _ in counted)
        if done.returncode or measured < seconds - 2.5:
            raise RuntimeError(done.stdout + done.stderr)
        return sum(span * rate for span, rate in counted) / measured

    def overload(self):
        """Turns with and without overload alternate. The newcomer measures what a client that obeys Retry-After sees."""
        newcomer = Newcomer(seed.token(1), "user2")
        with self.service("overload") as service:
            seed.users(service, USERS, self.tokens)
            self.send(256, self.seconds(60))
            self.crowd(20)
            turns = [(self.send(256, self.seconds(12)), newcomer.during(lambda: self.crowd(12))) for _ in range(ROUNDS)]
            after = self.send(256, self.seconds(5))
        shares = [crowd["rate"] / calm["rate"] for calm, crowd in turns]
        calm, crowd = (sum(turn[side]["rate"] for turn in turns) / ROUNDS for side in (0, 1))
        refused, failed = (sum(crowd[what] for _, crowd in turns) for what in ("not_2xx", "failed"))
        self.report.row("overload: 2,048 connections that never wait", f"{crowd:,.0f}/s",
                        f"**{100 * crowd / calm:.0f} %** of the {calm:,.0f}/s of 256 connections between"
                        f" ({100 * min(shares):.0f} to {100 * max(shares):.0f} % in a turn); {refused:,} refused, {failed} failed")
        self.report.row("a newcomer during it, once per connection", newcomer.spread(201), f"refused: {newcomer.spread(503)}")
        self.report.row("right after it, 256 connections", rate(after), latency(after))

    def crowd(self, seconds):
        """Four times what may wait."""
        return wrk("send.lua", 2048, self.seconds(seconds), parley_tokens=self.tokens)

    def reads(self):
        with self.service("reads") as service:
            seed.users(service, USERS, self.tokens)
            seed.long_conversation(service, "user1", "user2", 1_000_000)
            seed.inbox(service, "user3", 1000)
            self.histories({
                "history, legacy page 1 of a million messages": "/message/user2/?page=1",
                "history, legacy page 10,000": "/message/user2/?page=10000",
                "history, v1, the newest 50": "/v1/conversations/user2/messages",
                "history, v1, 50 around the 500,000th": f"/v1/conversations/user2/messages?around={self.middle(service)}",
            })
            busy = self.database_time(service)
            inbox = self.read("inbox, 50 of 1,000 conversations", "/v1/conversations", seed.token(3))
            busy = self.database_time(service) - busy
            self.report.row("of it in the database, for each request", f"{busy / inbox:.2f} ms", "on average; background included")
            self.read("inbox, `filter=unread`", "/v1/conversations?filter=unread", seed.token(3))
            self.unchanged(service)

    def histories(self, paths):
        """In turns, as they are to cost the same. Told are the mean of the rates and medians of all else."""
        for path in paths.values():
            self.get(path, 8, 10)  # warm
        turns = [{title: self.read_alone(path, 5, seed.token(1)) for title, path in paths.items()} for _ in range(ROUNDS)]
        for title in paths:
            results = [turn[title] for turn in turns]
            middle = {what: statistics.median(result[what] for result in results) for what in ("p50_ms", "p99_ms")}
            mean = statistics.mean(result["rate"] for result in results)
            self.report.row(f"{title}, 1 connection", rate({"rate": mean}), latency(middle))

    def middle(self, service):
        return service.sql("SELECT id FROM message WHERE place = 500000 LIMIT 1")

    @staticmethod
    def database_time(service):
        """Milliseconds in which statements ran."""
        time.sleep(2)  # so late each connection tells of itself
        return float(service.sql("SELECT active_time FROM pg_stat_database WHERE datname = current_database()"))

    def unchanged(self, service):
        """A look that finds nothing new writes nothing."""
        query = "SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn"
        time.sleep(2)
        before = int(service.sql(query))
        for _ in range(200):
            fetch(PORT, "/message/user2/?page=1", seed.token(1))
        self.report.row("200 GETs that find nothing new", f"{int(service.sql(query)) - before} bytes of WAL", "background included")

    def get(self, path, connections, seconds, token=None):
        return wrk("get.lua", connections, self.seconds(seconds), parley_path=path, parley_token=token or seed.token(1))

    def read(self, title, path, token):
        warm = self.get(path, 8, 5, token)
        result = self.read_alone(path, 15, token)
        self.report.row(f"{title}, 1 connection", rate(result), latency(result))
        return warm["requests"] + result["requests"]

    def read_alone(self, path, seconds, token):
        result = self.get(path, 1, seconds, token)
        if result["not_2xx"] or result["failed"]:
            raise RuntimeError(f"{path}: {result}")
        return result

    def logins(self):
        with self.service("logins") as service:
            register("login")
            for connections in (1, 8):
                result = wrk("login.lua", connections, self.seconds(15), parley_user="login",
                             parley_password="correct horse battery")
                self.report.row(f"logins (Argon2id, 19 MiB), {counted(connections, 'connection')}", rate(result), latency(result))

    def timing(self):
        """With the limits in the way; first so wide that they refuse nothing, then as narrow as to refuse every second login. Those
        who have an account have many sessions, elsewhere."""
        names = [f"user{number:03}" for number in range(200)]
        somebodies, nobodies = names[::2], names[1::2]
        warm, pairs = (50, 300) if self.quick else (300, 3000)
        with self.service("timing", limits="wide") as service:
            self.settle(service, somebodies)
            timing.samples(nobodies, somebodies, warm)
            self.told("a wrong password", timing.compare(*timing.samples(nobodies, somebodies, pairs)))
        with self.service("timing of refusals", limits="one login") as service:
            self.settle(service, somebodies)
            timing.samples(nobodies, somebodies, len(somebodies))
            timing.samples(nobodies, somebodies, warm, status=429)
            self.told("a refused login", timing.compare(*timing.samples(nobodies, somebodies, pairs, status=429)))

    @staticmethod
    def settle(service, names):
        for name in names:
            register(name)
        seed.sessions(service, 200, "203.0.113.7")

    def told(self, what, found):
        self.report.row(
            f"{what} of a user takes longer than of an unknown name",
            f"{found['difference_us']:+.0f} µs of {found['median_ms']:.1f} ms",
            f"99 % of such runs: {found['difference_low_us']:+.0f} to {found['difference_high_us']:+.0f} µs; longer in"
            f" {100 * found['chance']:.1f} % ({100 * found['chance_low']:.1f} to {100 * found['chance_high']:.1f}) of"
            f" {found['pairs']:,} x {found['pairs']:,} comparisons; {'alike' if found['alike'] else '**NOT alike**'}")

    def worst(self):
        """What one request may cost, whatever is in it, but for the hash of a password, whose cost is chosen. It ends the bench if
        that is too much."""
        with self.service("worst") as service:
            seed.users(service, USERS, self.tokens)
            worst.Costs(service, 3).all(seed.token(1))
            costs = worst.Costs(service, 4 if self.quick else 10).all(seed.token(1))
            hash_cost = worst.Costs(service, 10).hash()
        self.report.row("CPU of the hash of a login", f"{hash_cost:.0f} ms", "chosen by `passwords` of config.yml")
        self.report.row(f"CPU of the worst request, but for its hash (must be below {WORST_MS} ms)", *worst.told(costs))
        if costs[0][0] >= WORST_MS:
            raise RuntimeError(f"these cost too much: {costs[:5]}")

    def storm(self):
        """Sends while 200 clients try to log in."""
        with self.service("storm") as service:
            seed.users(service, USERS, self.tokens)
            register("victim")
            self.send(16, self.seconds(60))
            calm = self.send(16, self.seconds(30))
            with Storm(200, "victim", "a wrong password") as storm:
                time.sleep(2)
                stormy = self.send(16, self.seconds(30))
            times = stormy["p99_ms"] / calm["p99_ms"]
        answers = ", ".join(f"{count:,} x {status}" for status, count in sorted(storm.answers.items(), key=str))
        self.report.row("sends, 16 connections, before a login storm", rate(calm), latency(calm))
        self.report.row(
            "sends while 200 clients try to log in", rate(stormy),
            f"{latency(stormy)}: **{times:.1f} times p99**{'' if times < 5 else ' (must be below 5)'}; logins: {answers}")

    def streams(self):
        for streams in (1000, FOLLOWERS):
            with self.service(f"streams{streams}", java_options=self.java_options + " -Xmx1g") as service:
                seed.users(service, FOLLOWERS, self.tokens)
                self.send(64, self.seconds(30))
                before = service.live_heap()
                clients = subprocess.Popen(
                    [service_java(service), "-Xmx2g", HERE / "Streams.java", str(PORT), self.tokens, str(streams), "2000",
                     str(self.seconds(30)), "64"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
                assert clients.stdout.readline().strip() == "open"
                heap = service.live_heap()
                clients.stdin.write("\n")
                clients.stdin.flush()
                result = json.loads(clients.stdout.readline())
                clients.wait(60)
                self.report.row(
                    f"{streams:,} streams, 2,000 messages/s, 1 GiB of heap",
                    f"delivered in p50 {result['p50_ms']} ms, p99 {result['p99_ms']} ms",
                    f"{result['rate']:,.0f}/s sent, {result['arrived']:,} of {result['sent']:,} arrived, {result['refused']} refused,"
                    f" {result['ended']} streams lost; {(heap - before) / streams / 1024:.1f} KiB of heap a stream")

    def fuzz(self):
        """Not a measurement: the bench ends if a response is invalid or missing."""
        subprocess.run(
            [ROOT / "parley", "maven", "-q", "test-compile", "-pl", "bootstrap", "-am"], cwd=ROOT, check=True, stdout=sys.stderr)
        classes = [ROOT / module / "target" / "test-classes" for module in ("bootstrap", "adapters-rest")]
        path = ":".join(map(str, [*classes, ROOT / "bootstrap" / "target" / "parley.jar"]))
        requests = 6_000 if self.quick else 60_000
        with self.service("fuzz") as service:
            done = subprocess.run(
                [service_java(service), "-cp", path, "dev.parley.bootstrap.service.fuzz.FuzzRun", str(PORT), str(ADMIN),
                 str(requests), "8", *([self.seed] if self.seed else [])], stdout=subprocess.PIPE, text=True)
            if done.returncode:
                raise RuntimeError(done.stdout)
            odd = [line for line in service.log().splitlines()
                   if re.match(r"\S+Z (WARN|ERROR) ", line) and "HealthCheckManager" not in line
                   and "An I/O error has occurred while writing a response" not in line]  # a client that hung up
            if odd:
                raise RuntimeError("\n".join(odd[:20]))
            service.check_data()
        self.report.row(f"{requests:,} bad requests", "nothing broke", done.stdout.strip().replace("\n", ": "))

    def soak(self):
        with self.service("soak") as service:
            seed.users(service, USERS, self.tokens)
            self.send(64, self.seconds(60))
            first_heap, first = service.live_heap(), self.send(64, self.seconds(30))
            self.send(64, self.seconds(540))
            last, last_heap = self.send(64, self.seconds(30)), service.live_heap()
        self.report.row("soak, first 30 s of 10 minutes", rate(first), f"{latency(first)}; live heap {first_heap / 2**20:.0f} MiB")
        self.report.row("soak, last 30 s", rate(last), f"{latency(last)}; live heap {last_heap / 2**20:.0f} MiB")


def register(name):
    subprocess.run(
        ["curl", "-sf", "-o", "/dev/null", f"http://127.0.0.1:{PORT}/v1/users", "-H", "Content-Type: application/json",
         "-d", json.dumps({"username": name, "password": "correct horse battery"})], check=True)


def service_java(service):
    return os.readlink(f"/proc/{service.process.pid}/exe")


def rate(result):
    return f"{result['rate']:,.0f}/s"


def latency(result):
    return f"p50 {result['p50_ms']:.1f} ms, p99 {result['p99_ms']:.1f} ms"


if __name__ == "__main__":
    main()
