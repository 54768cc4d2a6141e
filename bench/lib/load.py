"""Load by wrk, whose connections each wait for their answer before they ask again."""

import json
import os
import pathlib
import subprocess

from service import PORT

HERE = pathlib.Path(__file__).parent


def wrk(script, connections, seconds, **environment):
    """What the script's done() has printed: requests, seconds, p50_ms, p99_ms, max_ms, not_2xx, failed."""
    done = subprocess.run(
        ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "20s", "-s", HERE / script,
         f"http://127.0.0.1:{PORT}"],
        env=dict(os.environ, PARLEY_BENCH=str(HERE), **{name.upper(): str(value) for name, value in environment.items()}),
        capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
    result = json.loads(done.stdout.strip().splitlines()[-1])
    result["good"] = result["requests"] - result["not_2xx"]
    result["rate"] = result["good"] / result["seconds"]
    return result
