"""The service under test: started from this checkout on a directory of its own, watched, and stopped."""

import gzip
import http.client
import os
import pathlib
import re
import signal
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PORT = 18780
ADMIN = 18781
TRAINED = ROOT / "bootstrap" / "target" / "parley.aot"
CLOCK = os.sysconf("SC_CLK_TCK")


class Service:
    """One run of it. Its data stays in the directory when it has stopped."""

    def __init__(self, home, java_options="", relays=True, limits="off", postgres="", ports=(PORT, ADMIN), command="serve"):
        self.home = pathlib.Path(home)
        self.home.mkdir(parents=True, exist_ok=True)
        self.java_options = java_options
        self.relays = relays
        self.limits = limits
        self.postgres = postgres
        self.ports = ports
        self.command = command
        self.process = None

    def __enter__(self):
        self.start()
        if self.postgres:  # settings of its own need a directory that is there, and a restart
            self.stop()
            with open(self.home / "data" / "postgres" / "postgresql.conf", "a") as settings:
                settings.write(self.postgres + "\n")
            self.start()
        return self

    def __exit__(self, *_):
        self.stop()

    def configuration(self):
        """The delivered one; without a relay if only the database is to be used, with wide limits if they are to refuse nothing, or
        nothing but logins of accounts, of which each has one a day."""
        text = (ROOT / "config.yml").read_text()
        if not self.relays:
            text, times = re.subn(r"(?m)^(relay:\n(?:.*\n)*?  idle: ).*$", r"\g<1>1h", text)
            assert times == 1
        if self.limits in ("wide", "one login"):
            wide = "{rate: 1000000, per: 1s, burst: 1000000}"
            text, times = re.subn(r"(?m)^  (\w+): \{rate: .*\}$", rf"  \1: {wide}", text)
            assert times == 9
            text, times = re.subn(r"\{free: \d+", "{free: 1000000", text)
            assert times == 1
        if self.limits == "one login":
            text, times = re.subn(r"(?m)^  loginsPerAccount: .*$", "  loginsPerAccount: {rate: 1, per: 1d, burst: 1}", text)
            assert times == 1
        path = self.home / "config.yml"
        path.write_text(text)
        return path

    def environment(self):
        return dict(
            os.environ,
            PARLEY_PORT=str(self.ports[0]),
            PARLEY_ADMIN_PORT=str(self.ports[1]),
            PARLEY_BIND_HOST="127.0.0.1",
            PARLEY_DATA_DIR=str(self.home / "data"),
            PARLEY_LOG_FILE=str(self.home / "log_file"),
            PARLEY_CONSOLE_LEVEL="WARN",
            PARLEY_RATE_LIMITS="off" if self.limits == "off" else "on",
            PARLEY_JAVA_OPTS=self.java_options,
        )

    def check_data(self):
        """Beside the service that runs."""
        subprocess.run(
            [ROOT / "parley", "check-data", "--config", self.home / "config.yml"],
            env=self.environment(), check=True, stdout=sys.stderr)

    def start(self):
        """Gives the seconds from the command to the first answer of the API."""
        began = time.monotonic()
        with open(self.home / "out", "ab") as out:
            self.process = subprocess.Popen(
                [str(ROOT / "parley"), self.command, str(self.configuration())],
                env=self.environment(), stdout=out, stderr=out, start_new_session=True)
        while not answers(self.ports[0], "/v1/openapi.json"):
            if self.process.poll() is not None or time.monotonic() - began > 600:
                raise RuntimeError(f"the service does not start: see {self.home}/out")
            time.sleep(0.01)
        took = time.monotonic() - began
        while not answers(self.ports[1], "/ready"):
            time.sleep(0.1)
        return took

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(60)

    def database(self):
        """Host, port and environment for a PostgreSQL client as the superuser."""
        directory = self.home / "data" / "postgres"
        lines = (directory / "parley-credentials.properties").read_text().splitlines()
        passwords = dict(line.split("=", 1) for line in lines if "=" in line)
        port = (directory / "postmaster.pid").read_text().splitlines()[3]
        return ["-h", "127.0.0.1", "-p", port, "-U", "postgres"], dict(os.environ, PGPASSWORD=passwords["superuser"])

    def sql(self, statements, database="parley"):
        where, environment = self.database()
        done = subprocess.run(
            ["psql", *where, "-d", database, "-v", "ON_ERROR_STOP=1", "-qAtX"],
            input=statements, text=True, env=environment, capture_output=True)
        if done.returncode:
            raise RuntimeError(done.stderr)
        return done.stdout.strip()

    def log(self):
        """What it has logged, with what midnight has put aside."""
        archives = sorted(self.home.glob("log_file.*.gz"))
        return "".join(gzip.decompress(file.read_bytes()).decode() for file in archives) + (self.home / "log_file").read_text()

    def cpu(self):
        """Seconds of CPU that the service and its PostgreSQL have used so far."""
        postmaster = int((self.home / "data" / "postgres" / "postmaster.pid").read_text().splitlines()[0])
        java = postgres = 0.0
        for entry in os.listdir("/proc"):
            if entry.isdigit():
                try:
                    stat = pathlib.Path("/proc", entry, "stat").read_text()
                except (FileNotFoundError, ProcessLookupError):
                    continue
                fields = stat[stat.rindex(")") + 2:].split()
                used = (int(fields[11]) + int(fields[12])) / CLOCK
                if int(entry) == self.process.pid:
                    java = used
                elif postmaster in (int(entry), int(fields[1])):
                    postgres += used
        return java, postgres

    def hashing(self):
        """Seconds of CPU that the thread which hashes passwords has used so far; it is part of the JVM's."""
        seconds = 0.0
        for task in pathlib.Path(f"/proc/{self.process.pid}/task").iterdir():
            try:
                stat = (task / "stat").read_text()
            except (FileNotFoundError, ProcessLookupError):
                continue
            name, fields = stat[stat.index("(") + 1:stat.rindex(")")], stat[stat.rindex(")") + 2:].split()
            if name == "password-hashing-0"[:15]:  # the kernel keeps fifteen characters
                seconds += (int(fields[11]) + int(fields[12])) / CLOCK
        return seconds

    def live_heap(self):
        """Bytes in use after a full collection."""
        jcmd = pathlib.Path(os.readlink(f"/proc/{self.process.pid}/exe")).parent / "jcmd"
        subprocess.run([jcmd, str(self.process.pid), "GC.run"], capture_output=True, check=True)
        time.sleep(1)
        text = fetch(ADMIN, "/prometheus")
        used = re.search(r'^jvm_memory_used_bytes\{area="heap"\} (\S+)$', text, re.M)
        return float(used.group(1))

    def resident(self):
        status = pathlib.Path("/proc", str(self.process.pid), "status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) * 1024


def answers(port, path):
    try:
        return fetch(port, path) is not None
    except (OSError, http.client.HTTPException):
        return False


def fetch(port, path, token=None):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", path, headers={"Authorization": f"Token {token}"} if token else {})
        answer = connection.getresponse()
        body = answer.read().decode()
        return body if answer.status == 200 else None
    finally:
        connection.close()
