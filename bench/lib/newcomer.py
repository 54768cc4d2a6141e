"""A client that sends one message twenty times a second, each on a new connection, and does not retry."""

import http.client
import json
import threading
import time

from service import PORT

PAUSE = 0.05


class Newcomer:
    def __init__(self, token, receiver):
        self.path = f"/v1/conversations/{receiver}/messages"
        self.headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        self.milliseconds = {}

    def during(self, load):
        """Comes while the load lasts, and gives what that gives."""
        over = threading.Event()
        coming = threading.Thread(target=self.come, args=(over,), daemon=True)
        coming.start()
        try:
            return load()
        finally:
            over.set()
            coming.join(30)

    def come(self, over):
        while not over.wait(PAUSE):
            began = time.monotonic()
            status = self.send()
            self.milliseconds.setdefault(status, []).append(1000 * (time.monotonic() - began))

    def send(self):
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=20)
        try:
            connection.request("POST", self.path, json.dumps({"content": "One message."}), self.headers)
            return connection.getresponse().status
        except (OSError, http.client.HTTPException):
            return "broken"
        finally:
            connection.close()

    def spread(self, status):
        times = sorted(self.milliseconds.get(status, []))
        if not times:
            return f"none was {status}"
        return f"{len(times)} x {status}, p50 {times[len(times) // 2]:.0f} ms, p99 {times[len(times) * 99 // 100]:.0f} ms"
