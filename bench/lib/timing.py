"""Whether the time that a login takes tells whether there is such a user."""

import http.client
import json
import math
import random
import statistics
import time

from service import PORT

HEADERS = {"Content-Type": "application/json"}

# Of the normal distribution: 99 of 100 lie within this number of standard deviations.
Z_99 = 2.576


def samples(nobodies, somebodies, pairs, status=401):
    """Seconds for an unknown name and for a wrong password, one of each at a time and in changing order. Each name comes
    again as often as any other, and each answer has the status."""
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=30)
    order = random.Random(4711)
    unknown, wrong = [], []
    for number in range(pairs):
        both = [(nobodies[number % len(nobodies)], unknown), (somebodies[number % len(somebodies)], wrong)]
        order.shuffle(both)
        for name, times in both:
            times.append(login(connection, name, status))
    connection.close()
    return unknown, wrong


def login(connection, name, status):
    body = json.dumps({"username": name, "password": "a wrong password"})
    began = time.perf_counter()
    connection.request("POST", "/v1/sessions", body, HEADERS)
    answer = connection.getresponse()
    answer.read()
    took = time.perf_counter() - began
    if answer.status != status:
        raise RuntimeError(f"a login was answered {answer.status}")
    return took


def compare(unknown, wrong):
    """What an attacker learns who measures both, with bounds that hold in 99 of 100 runs."""
    differences = sorted(w - u for u, w in zip(unknown, wrong))
    low, high = bounds_of_median(differences)
    chance, chance_low, chance_high = chance_of_longer(unknown, wrong)
    return {
        "pairs": len(differences),
        "median_ms": 1000 * statistics.median(unknown + wrong),
        "difference_us": 1e6 * statistics.median(differences),
        "difference_low_us": 1e6 * low,
        "difference_high_us": 1e6 * high,
        "chance": chance,
        "chance_low": chance_low,
        "chance_high": chance_high,
        "alike": low <= 0 <= high and chance_low <= 0.5 <= chance_high,
    }


def bounds_of_median(ordered):
    """Those ranks between which the median lies, by the sign test."""
    half = Z_99 * math.sqrt(len(ordered)) / 2
    middle = len(ordered) / 2
    return ordered[max(0, math.floor(middle - half))], ordered[min(len(ordered) - 1, math.ceil(middle + half))]


def chance_of_longer(unknown, wrong):
    """That a wrong password takes longer than an unknown name (Mann and Whitney's U over all pairs): 0.5 is no difference."""
    ranked = sorted([(time, 0) for time in unknown] + [(time, 1) for time in wrong])
    ranks = sum(rank for rank, (_, kind) in enumerate(ranked, 1) if kind)
    n, m = len(wrong), len(unknown)
    chance = (ranks - n * (n + 1) / 2) / (n * m)
    half = Z_99 * math.sqrt((n + m + 1) / (12 * n * m))
    return chance, chance - half, chance + half
