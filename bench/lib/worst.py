"""The requests that cost the service most, within the limits of heads and bodies, and what each costs."""

import http.client
import itertools
import json
import statistics

from service import PORT

HEAD = 7000  # of the 8 KiB that a head may have, beside the other headers
BODY = 1 << 20
BATCHES = 5  # the median is reported: a collection or a compilation in one batch is not caused by the request
PASSWORD = "correct horse battery"
BODIES = {"Content-Type": "application/json"}
LOGIN = "POST", "/v1/sessions", BODIES, json.dumps({"username": "nobody", "password": PASSWORD})


def colliding(count):
    """Names that have one String.hashCode() in Java."""
    return ["".join(pairs) for pairs in itertools.islice(itertools.product(["Aa", "BB", "C#"], repeat=10), count)]


def members(names):
    return "{" + ",".join(f'"{name}":1' for name in names) + "}"


def filled(before, unit, after="\"}"):
    """A body as large as it may be, of one piece again and again."""
    room = BODY - len(before.encode()) - len(after.encode())
    return before + unit * (room // len(unit.encode())) + after


def bodies():
    """By what is odd about each."""
    names = colliding(41_000)
    unknown = '{"username":"nobody","password":"nothing at all","x":'
    return {
        "colliding fields": members(names),
        "64 colliding fields and a value": "{" + ",".join(f'"{name}":1' for name in names[:63]) + ',"x":' + "1" * 900 + "}",
        "colliding fields inside an unknown one": unknown + members(names[:40_000]) + "}",
        "a long name": filled("{\"", "a", "\":1}"),
        "a long name of escapes": filled("{\"", "\\u0041", "\":1}"),
        "deep nesting": unknown + "[" * 990 + "]" * 990 + "}",
        "many short lists": filled(unknown + "[", "[],", "1]}"),
        "long numbers": filled(unknown + "[", "9" * 999 + ",", "1]}"),
        "exponents": filled(unknown + "[", "1e999999,", "1]}"),
        "64 fractions of 999 digits": "{" + ",".join(f'"{n}":0.{"7" * 990}' for n in range(64)) + "}",
        "a long name of a user": filled('{"password":"nothing at all","username":"', "a"),
        "a long name of combining marks": filled('{"password":"nothing at all","username":"a', "\u0301\u0323"),
        "a long password": filled('{"username":"nobody","password":"', "\u00e4"),
        "a long password of combining marks": filled('{"username":"nobody","password":"a', "\u0301\u0323"),
        "a long content": filled('{"content":"', "\U0001f44b"),
        "a long content of escapes": filled('{"content":"', "\\ud83d\\udc4b"),
        "a long content of combining marks": filled('{"content":"a', "\u0301\u0323"),
        "a long content of invisible characters": filled('{"content":"', "\u200b"),
        "halves of surrogate pairs": filled('{"content":"', "\\ud800"),
        "white space": filled("", " ", "{}"),
    }


def requests(token):
    """What each is called, its method, path, headers and body."""
    known = {"Authorization": f"Token {token}"}
    entries = ("/v1/sessions", "/v1/users", "/user/login/", "/user/register/")
    sends = ("/v1/conversations/user2/messages", "/message/user2/")
    for what, body in bodies().items():
        for path in entries:
            yield f"{what}: POST {path}", "POST", path, BODIES, body
        for path in (*sends, "/v1/me/password"):
            yield f"{what}: POST {path}", "POST", path, {**BODIES, **known}, body
    names = colliding(300)
    pairs = "&".join(name.replace("#", "%23") + "=1" for name in names)[:HEAD]
    for path in ("/v1/blocks", "/v1/users", "/message/user2/", "/v1/events/stream"):
        for what, query in {"colliding parameters": pairs, "short parameters": "a&" * (HEAD // 2),
                            "encoded": "prefix=" + "%C3%A4" * (HEAD // 6), "one more page": "page=1&" * (HEAD // 7)}.items():
            yield f"{what}: GET {path}", "GET", f"{path}?{query}", known, None
    headers = {name: "x" for name in names}
    for what, more in {"colliding headers": headers, "short headers": {f"a{n}": "" for n in range(HEAD // 9)},
                       "cookies": {"Cookie": "; ".join(f"{name}=1" for name in names)[:HEAD]},
                       "accepted types": {"Accept": ",".join(["a/b;q=0.1"] * (HEAD // 10))},
                       "accepted languages": {"Accept-Language": ",".join(["a;q=0.1"] * (HEAD // 8))},
                       "forwarded": {"X-Forwarded-For": ", ".join(["1.1.1.1"] * (HEAD // 9))}}.items():
        for path in ("/v1/me", "/message/user2/", "/docs", "/nothing"):
            yield f"{what}: GET {path}", "GET", path, {**known, **more}, None
    for what, path in {"segments": "/" + "a/" * (HEAD // 2), "encoded name": "/v1/users/" + "%F0%9F%91%8B" * (HEAD // 12),
                       "dots": "/v1/" + "./" * (HEAD // 2), "matrix": "/v1/me" + ";a=b" * (HEAD // 4)}.items():
        yield f"{what}: GET", "GET", path, known, None
    yield "a login", *LOGIN


class Costs:
    """Of requests that come one after the other, on one connection where the service keeps it."""

    def __init__(self, service, times):
        self.service = service
        self.times = times

    def all(self, token):
        """Milliseconds of CPU for each request, the most first; what the machine did beside it is in it, the hash of a password not."""
        found = [(self.one(*request), what) for what, *request in requests(token)]
        return sorted(found, reverse=True)

    def one(self, method, path, headers, body):
        for _ in range(3):
            self.send(method, path, headers, body)
        return statistics.median(self.batch(method, path, headers, body) for _ in range(BATCHES))

    def hash(self):
        """Milliseconds of CPU for the hash of a login."""
        before = self.service.hashing()
        self.batch(*LOGIN)
        return 1000 * (self.service.hashing() - before) / self.times

    def spent(self):
        java, _ = self.service.cpu()
        return java - self.service.hashing()

    def batch(self, method, path, headers, body):
        before = self.spent()
        statuses = {self.send(method, path, headers, body) for _ in range(self.times)}
        after = self.spent()
        if max(statuses) >= 500:
            raise RuntimeError(f"{method} {path[:80]} was answered {statuses}")
        return 1000 * (after - before) / self.times

    @staticmethod
    def send(method, path, headers, body):
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=30)
        try:
            connection.request(method, path, None if body is None else body.encode(), headers)
            answer = connection.getresponse()
            return answer.status
        finally:
            connection.close()


def told(costs):
    """The dearest, and the middle of all."""
    milliseconds, what = costs[0]
    return f"{milliseconds:.0f} ms", f"{what}; median of {len(costs)} kinds {statistics.median(ms for ms, _ in costs):.1f} ms"
