"""Cells and tables of benchmarks/RESULTS.md, from the sides that benchmarks/compare has measured."""

import statistics


def by(sides, name):
    return grouped(sides, lambda side: side[name])


def grouped(rows, key):
    groups = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return list(groups.items())


def cpu(sides):
    return {side["round"]: side["trial_epochs_per_cpu_second"] for side in sides}


def wall(sides):
    return {side["round"]: side["trial_epochs_per_wall_second"] for side in sides}


def ratios(ours, theirs):
    return [ours[turn] / theirs[turn] for turn in ours if turn in theirs]


def spread(values):
    values = sorted(values)
    if not values:
        return "-"
    return f"{number(statistics.median(values))} [{number(values[0])}, {number(values[-1])}]"


def number(value):
    """Three digits, no power of ten."""
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"


def table(header, rows):
    padded = [row + [""] * (len(header) - len(row)) for row in rows]
    return ["| " + " | ".join(row) + " |" for row in [header, ["---"] * len(header), *padded]]


def commands(sides):
    """The commands of the first round."""
    return ["\n```", *dict.fromkeys(side["command"] for side in sides if side["round"] == 0), "```"]
