"""Many clients that log in at the same time and repeatedly; a refused client waits as Retry-After says."""

import http.client
import json
import threading
import time

from service import PORT

HEADERS = {"Content-Type": "application/json"}


class Storm:
    """Runs while it is open: `with Storm(200, "login", "a wrong password") as storm`."""

    def __init__(self, clients, user, password):
        self.body = json.dumps({"username": user, "password": password})
        self.over = threading.Event()
        self.answers = {}
        self.lock = threading.Lock()
        self.threads = [threading.Thread(target=self.attack, daemon=True) for _ in range(clients)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        for thread in self.threads:
            thread.join(30)

    def attack(self):
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=30)
        while not self.over.is_set():
            try:
                connection.request("POST", "/v1/sessions", self.body, HEADERS)
                answer = connection.getresponse()
                answer.read()
                status, wait = answer.status, float(answer.getheader("Retry-After", "0"))
            except (OSError, http.client.HTTPException):
                connection.close()
                status, wait = "broken", 1
            with self.lock:
                self.answers[status] = self.answers.get(status, 0) + 1
            self.over.wait(wait)
        connection.close()
