"""Stops the delivered service under load, as often as is asked for: see bench/stops."""

import argparse
import http.client
import json
import pathlib
import signal
import socket
import statistics
import sys
import tempfile
import threading
import time

from service import Service

FIRST_PORT = 18800
WAIT_AND_GRACE = 2 + 15  # PARLEY_SHUTDOWN_WAIT and shutdownGracePeriod, as delivered
LOAD_SECONDS = 2
PASSWORD = "specialPassword"
JSON = {"Content-Type": "application/json"}


class Load:
    """Clients that go on until their connections end."""

    def __init__(self, port):
        self.port = port
        self.counts = {}
        self.lock = threading.Lock()
        self.over = threading.Event()

    def start(self):
        anna = self.register("anna")
        bo = self.register("bo")
        for work, arguments in ((self.send, (anna,)), (self.send, (anna,)), (self.follow, (bo,)), (self.follow, (bo,)),
                                (self.send_slowly, ()), (self.send_slowly, ()), (self.take_nothing, ())):
            threading.Thread(target=self.repeat, args=(work, *arguments), daemon=True).start()

    def register(self, name):
        body = json.dumps({"username": name, "password": PASSWORD})
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("POST", "/user/register/", body, JSON)
        connection.getresponse().read()
        connection.request("POST", "/user/login/", body, JSON)
        token = json.loads(connection.getresponse().read())["token"]
        connection.close()
        return {"Authorization": f"Token {token}"}

    def repeat(self, work, *arguments):
        while not self.over.is_set():
            try:
                work(*arguments)
            except (OSError, http.client.HTTPException):
                time.sleep(0.05)  # stopping, and soon gone

    def count(self, kind):
        with self.lock:
            self.counts[kind] = self.counts.get(kind, 0) + 1

    def send(self, token):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        while not self.over.is_set():
            connection.request("POST", "/message/bo/", json.dumps({"content": "hello"}), {**JSON, **token})
            answer = connection.getresponse()
            answer.read()
            self.count(f"send {answer.status}")

    def follow(self, token):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", "/v1/events/stream", headers=token)
        answer = connection.getresponse()
        self.count(f"stream {answer.status}")
        while answer.read1(65536):
            pass

    def send_slowly(self):
        head = "POST /user/login/ HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n{"
        with socket.create_connection(("127.0.0.1", self.port), timeout=30) as client:
            client.sendall(head.encode())
            self.count("slow body")
            while not self.over.is_set():
                client.sendall(b" ")
                time.sleep(0.1)

    def take_nothing(self):
        with socket.create_connection(("127.0.0.1", self.port), timeout=30) as client:
            client.sendall(b"GET /docs/swagger-ui-bundle.js HTTP/1.1\r\nHost: x\r\n\r\n" * 8)
            self.count("untaken answer")
            while not self.over.is_set():
                client.sendall(b"\r\n")
                time.sleep(0.1)


class Lane(threading.Thread):
    """One service after the other, on ports of its own."""

    def __init__(self, number, home, stops):
        super().__init__()
        self.service = Service(home / f"lane-{number}", ports=(FIRST_PORT + 2 * number, FIRST_PORT + 2 * number + 1))
        self.stops = stops
        self.seconds = []
        self.faults = []

    def run(self):
        for stop in range(self.stops):
            try:
                self.seconds.append(self.stop_once(stop))
                print(f"{self.service.home.name} stop {stop}: {self.seconds[-1]:.1f} s", file=sys.stderr, flush=True)
            except Exception as fault:  # of any kind: the other lanes go on
                self.faults.append(f"{self.service.home}, stop {stop}: {fault!r}")
                return

    def stop_once(self, stop):
        self.service.start()
        load = Load(self.service.ports[0])
        load.start()
        time.sleep(LOAD_SECONDS)
        began = time.monotonic()
        self.service.process.send_signal(signal.SIGTERM)
        code = self.service.process.wait(60)
        took = time.monotonic() - began
        load.over.set()
        if not {"send 201", "stream 200"} <= set(load.counts):
            self.faults.append(f"{self.service.home}, stop {stop}: there was no load: {load.counts}")
        if code not in (0, 143):
            self.faults.append(f"{self.service.home}, stop {stop}: it ended with {code}")
        if took > WAIT_AND_GRACE or "after its grace period" in self.service.log():
            self.faults.append(f"{self.service.home}, stop {stop}: it took {took:.1f} s")
        return took


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--stops", type=int, default=50)
    parser.add_argument("--lanes", type=int, default=3)
    options = parser.parse_args()
    home = pathlib.Path(tempfile.mkdtemp(prefix="parley-stops-"))
    lanes = [Lane(number, home, options.stops // options.lanes + (number < options.stops % options.lanes))
             for number in range(options.lanes)]
    for lane in lanes:
        lane.start()
    for lane in lanes:
        lane.join()
        lane.service.stop()
    seconds = [took for lane in lanes for took in lane.seconds]
    faults = [fault for lane in lanes for fault in lane.faults]
    if seconds:
        print(f"{len(seconds)} stops: median {statistics.median(seconds):.1f} s, longest {max(seconds):.1f} s")
    for fault in faults:
        print(fault)
    sys.exit(1 if faults else 0)


main()
