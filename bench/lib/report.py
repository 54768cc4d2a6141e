"""A table in Markdown, and a plot of the sends."""

import json
import statistics
from typing import NamedTuple


class Turn(NamedTuple):
    """Messages a second that pgbench has written, and what wrk has told of sends right after it, with the CPU of each."""

    floor: float
    sends: dict
    java_us: float
    postgres_us: float


def counted(number, what):
    return f"{number} {what}{'' if number == 1 else 's'}"


class Report:
    def __init__(self, machine):
        self.machine = machine
        self.rows = []
        self.floors = {}
        self.rates = {}

    def row(self, what, figure, remark=""):
        self.rows.append((what, figure, remark))

    def sends(self, connections, turns):
        """Means of the rates and medians of all else. The ratio is that of the means; the least and the most are of one turn."""
        floor, rate = (statistics.mean(values) for values in ((turn.floor for turn in turns), (turn.sends["rate"] for turn in turns)))
        self.floors[connections], self.rates[connections] = floor, rate
        ratios = [turn.sends["rate"] / turn.floor for turn in turns]
        p50, p99, java, postgres, refused = (statistics.median(values) for values in zip(*(
            (turn.sends["p50_ms"], turn.sends["p99_ms"], turn.java_us, turn.postgres_us, turn.sends["not_2xx"]) for turn in turns)))
        self.row(f"pgbench, the same rows, a transaction each, {counted(connections, 'client')}", f"{floor:,.0f}/s", "in turns with the next:")
        self.row(
            f"sends over HTTP, {counted(connections, 'connection')}", f"{rate:,.0f}/s",
            f"**{rate / floor:.2f} times pgbench** ({min(ratios):.2f} to {max(ratios):.2f} in one of {len(turns)} turns);"
            f" p50 {p50:.1f} ms, p99 {p99:.1f} ms{f'; {refused:.0f} refused' if refused else ''};"
            f" {java:.0f} + {postgres:.0f} µs of CPU (JVM + PostgreSQL)")

    def table(self):
        lines = [f"Machine: {self.machine}; load generator and database on the same cores.", "",
                 "| | | |", "| --- | --- | --- |"]
        return "\n".join(lines + [f"| {what} | {figure} | {remark} |" for what, figure, remark in self.rows])

    def write(self, directory):
        directory.mkdir(parents=True, exist_ok=True)
        (directory / "table.md").write_text(self.table() + "\n")
        (directory / "figures.json").write_text(json.dumps({"machine": self.machine, "rows": self.rows}, indent=1) + "\n")
        if self.rates:
            (directory / "sends.svg").write_text(self.plot())

    def plot(self):
        """Bars: sends by connections, and the floor beside them."""
        width, height, left, bottom = 640, 320, 70, 50
        top = max([*self.rates.values(), *self.floors.values()]) * 1.1
        groups = sorted(self.rates)
        step = (width - left - 20) / len(groups)
        shapes = []
        for index, connections in enumerate(groups):
            x = left + index * step + step * 0.15
            for offset, (value, colour) in enumerate(
                    ((self.floors.get(connections), "#b8b8b8"), (self.rates[connections], "#2f6f9f"))):
                if value is None:
                    continue
                tall = (height - bottom - 30) * value / top
                y = height - bottom - tall
                shapes.append(f'<rect x="{x + offset * step * 0.35:.0f}" y="{y:.0f}" width="{step * 0.33:.0f}" height="{tall:.0f}" fill="{colour}"/>')
                shapes.append(f'<text x="{x + offset * step * 0.35 + step * 0.165:.0f}" y="{y - 4:.0f}" text-anchor="middle">{value:,.0f}</text>')
            shapes.append(f'<text x="{x + step * 0.35:.0f}" y="{height - bottom + 18}" text-anchor="middle">{connections}</text>')
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="12">'
            f'<rect width="{width}" height="{height}" fill="white"/>'
            f'<text x="{left}" y="18">Messages a second, acknowledged and durable: '
            '<tspan fill="#2f6f9f">Parley over HTTP</tspan>, <tspan fill="#808080">pgbench, a transaction each</tspan></text>'
            + "".join(shapes)
            + f'<line x1="{left}" y1="{height - bottom}" x2="{width - 20}" y2="{height - bottom}" stroke="black"/>'
            f'<text x="{(left + width) / 2:.0f}" y="{height - 12}" text-anchor="middle">connections</text></svg>\n')
