#!/usr/bin/env python3
"""Plays the scenarios against a server and records or compares its answers.

    parity.py record BASE_URL GOLDEN.json [SCENARIO]     write what the server at BASE_URL answers
    parity.py check  BASE_URL GOLDEN.json [SCENARIO]     compare; prints each difference and a closing count

Every scenario wants a server with no users or messages; with `check --prefix` user names get a prefix of their own per
scenario instead, so one running server can be checked again and again. Answers are compared after normalising:
times become <time>, tokens <token>, the reason of a JSON parse error <reason>, numeric ids the order in which they first appear (id:1, user:1), the base URL <base>.
"""
import importlib.util, json, os, re, sys, urllib.error, urllib.request, uuid
from urllib.parse import quote

TIME = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$")
HEADERS = ("content-type", "www-authenticate", "allow")


def load(path):
    spec = importlib.util.spec_from_file_location("scenarios", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.SCENARIOS


class Player:
    def __init__(self, base, prefix=""):
        self.base, self.prefix, self.tokens, self.ids, self.names = base.rstrip("/"), prefix, {}, {}, set()

    def rename(self, value):
        """The scenario's user names, prefixed, wherever they stand as a whole value or path segment."""
        return self.prefix + value if self.prefix and isinstance(value, str) and value in self.names else value

    def play(self, step):
        body, headers = None, {}
        if "json" in step:
            data = step["json"]
            if self.prefix and isinstance(data, dict) and "username" in data:
                name = data["username"]
                if isinstance(name, str) and name.strip() and len(name) < 100 and " " not in name.strip():
                    self.names.add(name.strip())
                    # After leading white space, which the server trims: before it, the name would have blanks inside.
                blank = name[: len(name) - len(name.lstrip())]
                data = {**data, "username": blank + self.prefix + name.lstrip()}
            body, headers["Content-Type"] = json.dumps(data).encode(), "application/json"
        if "raw" in step:
            body, headers["Content-Type"] = step["raw"].encode(), step["type"]
        if "as" in step:
            headers["Authorization"] = "Token " + self.tokens[step["as"]]
        if "auth" in step:
            headers["Authorization"] = step["auth"]
        path = "/".join(quote(self.rename(part), safe="?=&%-@+") for part in step["path"].split("/"))
        request = urllib.request.Request(self.base + path, data=body, headers=headers, method=step["method"])
        if body is None and step["method"] in ("POST", "PUT"):
            request.data = b""
            request.add_header("Content-Type", "application/json")
        try:
            with urllib.request.urlopen(request) as answer:
                status, head, text = answer.status, answer.headers, answer.read().decode()
        except urllib.error.HTTPError as answer:
            status, head, text = answer.code, answer.headers, answer.read().decode()
        try:
            parsed = json.loads(text) if text else None
        except ValueError:
            parsed = {"<not json>": text[:80]}
        if status == 204:
            parsed = None
        if step["path"] == "/user/login/" and status == 200:
            self.tokens[step["json"]["username"]] = parsed["token"]
        kept = {name: head[name].split(";")[0] for name in HEADERS if head[name]}
        if "allow" in kept:
            kept["allow"] = ", ".join(sorted(set(re.split(r",\s*", head["allow"])) - {"OPTIONS", "HEAD"}))
            if status != 405:
                del kept["allow"]
        if parsed is None:
            kept.pop("content-type", None)
        return {"status": status, "headers": kept, "body": self.normal(parsed)}

    def label(self, kind, number):
        seen = self.ids.setdefault(kind, {})
        return seen.setdefault(number, f"{kind}:{len(seen) + 1}")

    def normal(self, value, key=None):
        if isinstance(value, dict):
            return {k: self.normal(v, k) for k, v in sorted(value.items())}
        if isinstance(value, list):
            return [self.normal(v, key) for v in value]
        if isinstance(value, bool) or value is None:
            return value
        if key == "id":
            return self.label("id", value)
        if key in ("sender", "reciever"):
            return self.label("user", value)
        if isinstance(value, str):
            if key in ("next", "previous"):
                value = value.replace(self.base, "<base>")
            if key == "token":
                return "<token>" if re.fullmatch(r"[0-9a-f]{40}", value) else value
            if TIME.match(value):
                return "<time>"
            if key == "detail" and value.startswith("JSON parse error - "):
                return "JSON parse error - <reason>"
            for name in sorted(self.names, key=len, reverse=True):
                value = value.replace(self.prefix + name, name)
        return value


def run(steps, base, prefix=""):
    player, answers = Player(base, prefix), []
    for step in steps:
        for _ in range(step.get("repeat", 1)):
            answer = player.play(step)
        answers.append({"request": step, "answer": answer})
    return answers


def main():
    args = [a for a in sys.argv[1:] if not a.startswith("--")]
    mode, base, golden = args[0], args[1], args[2]
    only = args[3] if len(args) > 3 else None
    source = os.environ.get("SCENARIOS", os.path.join(os.path.dirname(os.path.abspath(__file__)), "scenarios.py"))
    scenarios = load(source)
    if mode == "record":
        known = json.load(open(golden)) if os.path.exists(golden) else {}
        for name, steps in scenarios.items():
            if only in (None, name):
                known[name] = run(steps, base)
        json.dump(known, open(golden, "w"), indent=1, ensure_ascii=False, sort_keys=True)
        return
    passed = failed = 0
    expected = json.load(open(golden))
    for name, steps in scenarios.items():
        if only not in (None, name):
            continue
        prefix = f"p{uuid.uuid4().hex[:8]}" if "--prefix" in sys.argv else ""
        for number, (want, got) in enumerate(zip(expected[name], run(steps, base, prefix)), 1):
            if want["answer"] == got["answer"]:
                passed += 1
                continue
            failed += 1
            step = want["request"]
            print(f"{name} step {number}: {step['method']} {step['path']} {json.dumps(step.get('json', step.get('raw', '')), ensure_ascii=False)[:100]}")
            for part in ("status", "headers", "body"):
                if want["answer"][part] != got["answer"][part]:
                    print(f"   {part}: expected {json.dumps(want['answer'][part], ensure_ascii=False)[:300]}")
                    print(f"   {' ' * len(part)}  received {json.dumps(got['answer'][part], ensure_ascii=False)[:300]}")
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
