"""Writes benchmarks/RESULTS.md from what benchmarks/compare has measured."""

import functools
import statistics

import step_page
from page_cells import by, commands, cpu, grouped, number, ratios, spread, table, wall

BOOKKEEPING_GOAL = 5
SCALING_GOAL = 1.6
SECOND_ORDER_GOAL = 50

HEAD = """# Results

Written by `benchmarks/compare` from `benchmarks/results.json`; do not edit. A cell is the median of the rounds [lowest, highest]. Sides ran in turn,
with the environment of our own training (`jobs/target/dist/environment`). CPU seconds are those of the whole process, in Java with its compiler and collector.
"""


def text(store):
    parts = [HEAD]
    parts.append(step_page.WORDS)
    for case, title in step_page.TITLES.items():
        parts += section(title, store.get(case), functools.partial(step_page.tables, case), case)
    parts += section("A whole small sweep", store.get("sweep"), sweep_table, "sweep")
    parts += section("Bookkeeping", store.get("bookkeeping"), bookkeeping_table, "bookkeeping")
    parts += section("Scaling", store.get("scaling"), scaling_table, "scaling")
    parts += section("Ten thousand trials", store.get("many-trials"), many_table, "many-trials --rounds 1")
    parts += section("Answers from many rows", store.get("answers"), answers_table, "answers")
    parts += section(
        "Levenberg-Marquardt", store.get("levenberg-marquardt"), second_order_table, "levenberg-marquardt --folder DIR"
    )
    return "\n".join(parts).rstrip() + "\n"


def section(title, facts, tables, command):
    if facts is None:
        return [f"\n## {title}\n", f"Not measured yet: `benchmarks/compare {command}`."]
    versions = "".join(f"; {name}: {version}" for name, version in facts["versions"].items())
    circumstances = (
        f"`{facts['command']}` on {facts['date']}, commit {facts['commit']}, rounds: {facts['rounds']}; {facts['cpu']},"
        f" {facts['cores']} cores, load at the start {facts['load']:.1f}{versions}."
    )
    return [f"\n## {title}\n", circumstances, *tables(facts)]


def sweep_table(facts):
    labels = {
        "fused": "Stiffsweep, `training.kernel = fused`",
        "engine": "Stiffsweep, `training.kernel = engine`",
        "optuna": "Optuna, a journal and a process for each core",
        "ray": "Ray Tune, an actor for each core",
    }
    rows = []
    for name, label in labels.items():
        if name not in facts["runs"][0]:
            continue
        runs = [turn[name] for turn in facts["runs"]]
        by_seconds = [turn[name]["seconds"] / turn["fused"]["seconds"] for turn in facts["runs"]]
        rows.append([label, spread([run["seconds"] for run in runs]), spread(by_seconds), spread([run["error"] for run in runs])])
    slower = all(turn[name]["seconds"] > turn["fused"]["seconds"] for turn in facts["runs"] for name in ("optuna", "ray"))
    words = (
        f"\n`benchmarks/conf/small-sweep.conf`: {facts['trials']} trials of case A with 500 points and {facts['epochs']} epochs, on {facts['slots']} cores, from"
        " the command to the table, so with the start of Spark, the loading of libraries and all compilation. Optuna and Ray Tune drive a training in JAX that is"
        " compiled once in each process and pinned to a core (`benchmarks/peers/one_trial.py`). We also keep curves and the best parameters; they keep the last loss and"
        f" the error. Goal: faster than both in every round, {'reached' if slower else 'not reached'}.\n"
    )
    header = ["by", "seconds", "over those of the fused kernel", "median mean squared error of the trials"]
    return [words, *table(header, rows), "\n```", *facts["commands"], "```"]


def bookkeeping_table(facts):
    few, many = facts["trials"]
    slots = facts["slots"]

    def per_trial(quantity):
        return [1000 * (quantity(pair[str(many)]) - quantity(pair[str(few)])) / (many - few) for pair in facts["runs"]]

    net = per_trial(lambda run: run["run"] - run["training"] / slots)
    rows = [
        ["the run without its training: the claim", spread(net)],
        ["the run", spread(per_trial(lambda run: run["run"]))],
        ["training, the share of one of two slots", spread(per_trial(lambda run: run["training"] / slots))],
        ["the whole command, its table and report included", spread(per_trial(lambda run: run["command"]))],
    ]
    reached = "reached" if statistics.median(net) <= BOOKKEEPING_GOAL else "not reached"
    words = (
        f"\n`benchmarks/conf/bookkeeping.conf`: {many} trials of one epoch against {few} of the same sweep, in `local[{slots}]`, stacks of 8; the difference"
        f" of the two, so that the start of the session does not count. Goal: {BOOKKEEPING_GOAL} ms or less, {reached}.\n"
    )
    return [words, *table(["wall time", "ms a trial"], rows)]


def scaling_table(facts):
    slots = str(facts["slots"])
    rows = [
        [f"{count} slots" if count != "1" else "1 slot", spread([pair[count]["run"] for pair in facts["runs"]])]
        for count in ("1", slots)
    ]
    ratios = [pair["1"]["run"] / pair[slots]["run"] for pair in facts["runs"]]
    rows.append(["ratio", spread(ratios)])
    training = [pair["1"]["training"] / (pair[slots]["training"] / facts["slots"]) for pair in facts["runs"]]
    rows.append(["ratio of the trainings alone", spread(training)])
    reached = "reached" if statistics.median(ratios) >= SCALING_GOAL else "not reached"
    words = (
        f"\n`benchmarks/conf/scaling.conf`: {facts['trials']} equal trials in stacks of 2, in `local[1]` and `local[{slots}]` on {facts['cores']} cores, from the"
        f" run's start, that of Spark included, to its last row; trainings alone are the sum of `train_seconds` in a slot. The cores are shared with the driver. Goal: a ratio of {SCALING_GOAL} or more, {reached}.\n"
    )
    return [words, *table(["in", "seconds"], rows)]


def many_table(facts):
    runs, workers, trials = facts["runs"], facts["workers"], facts["trials"]

    def bookkeeping(run):
        return 1000 * (workers * run["span"] - run["training"]) / trials

    rows = [
        ["seconds of the whole command", spread([run["command"] for run in runs])],
        ["seconds from the first start to the last end of a training", spread([run["span"] for run in runs])],
        ["milliseconds of a slot for each trial beside its training", spread([bookkeeping(run) for run in runs])],
        ["largest heap of the driver after a collection, MB", spread([run["heap"] for run in runs])],
        ["most files in `trials/` at a look", spread([max(look["files"] for look in run["looks"]) for run in runs])],
        ["files in `trials/` at the end", spread([run["files"] for run in runs])],
        ["looks from outside while it ran", spread([len(run["looks"]) for run in runs])],
        ["looks that saw fewer rows than the one before, or a row twice", spread([wrong_looks(run["looks"]) for run in runs])],
    ]
    words = (
        f"\n`benchmarks/conf/many.conf`: {trials} trials of 20 epochs in stacks of 8, on a standalone cluster of {workers} workers of one core, the driver with"
        f" `-Xmx{facts['heap']}`; another process counts the rows of the view `trials` again and again.\n"
    )
    return [words, *table(["of a run", "median"], rows)]


def answers_table(facts):
    runs = facts["runs"]
    rows, groups = facts["rows"], facts["groups"]
    asked = {
        "sql": (f"`sql`, the medians of {rows} rows in {groups} groups", 2),
        "intervals": (f"BCa intervals of these {groups} medians, {facts['resamples']} resamples each, without the start of a process", 10),
        "fit": (f"`fit` on {facts['fit_rows']} rows", 1.5),
        "report-1000": ("`report` of 1000 trials", 10),
        "report-10000": ("`report` of 10000 trials", 30),
    }
    cells = []
    for name, (question, goal) in asked.items():
        walls = [run[name].get("seconds", run[name].get("wall_seconds")) for run in runs]
        spent = [run[name].get("cpu", run[name].get("cpu_seconds")) for run in runs]
        cells.append([question, spread(walls), spread(spent), f"{goal:g} s, {'reached' if statistics.median(walls) <= goal else 'not reached'}"])
    size = statistics.median(run["report-10000"]["bytes"] for run in runs) / 1e6
    words = (
        "\nWhole processes, from the command to its last line, over one file of rows that are made of those of `docs/example-results/quickstart`:"
        f" other settings and seeds, all columns. They have neither curves nor solutions. The page of 10000 trials has {number(size)} MB.\n"
    )
    once = dict.fromkeys(runs[0][name]["command"] for name in asked)
    return [words, *table(["what", "seconds", "CPU seconds", "goal"], cells), "\n```", *once, "```"]


def wrong_looks(looks):
    before = [0, *(look["rows"] for look in looks)]
    return sum(look["rows"] < most or look["ids"] != look["rows"] for most, look in zip(before, looks))


def second_order_table(facts):
    rates = [(step_page.NAMES.get(name, f"Stiffsweep, stack of {name}"), group) for name, group in budget_sides(facts["sides"])]
    rows = []
    budgets = {}
    for label, group in rates:
        budgets[label] = facts["epochs"] / statistics.median(wall(group).values())
        rows.append([label, spread(wall(group).values()), f"{budgets[label]:.0f}"])
    first = table(["AdamW budget", "trial-epochs per second", f"seconds for {facts['epochs']} epochs"], rows)
    best = min(budgets.values())
    header = ["problem", "C", "points", "runs", "reached", "seconds", "ratio to the best budget", f"goal {SECOND_ORDER_GOAL}"]
    rows = []
    for key, runs in grouped(facts["rows"], lambda row: (row["problem"], row["stiffness"], row["points"])):
        seconds = [row["seconds"] for row in runs if row["seconds"] is not None]
        cells = [key[0], f"{key[1]:g}", str(key[2]), str(len(runs)), str(len(seconds))]
        if len(seconds) == len(runs):
            ratio = [best / second for second in seconds]
            verdict = "reached" if statistics.median(ratio) >= SECOND_ORDER_GOAL else "not reached"
            cells += [spread(seconds), spread(ratio), verdict]
        rows.append(cells)
    words = (
        f"\nSeconds to a mean squared error of {facts['error']:g}, at the resolution of the curves, from the rows of the sweep; against the time of the"
        f" paper's budget at {facts['points']} points, from measured rates.\n"
    )
    return [words, *first, "", *table(header, rows), f"\nThe query: `{facts['query']}`", *commands(facts["sides"])]


def budget_sides(sides):
    return [*by([s for s in sides if s["peer"] != "stiffsweep"], "peer"), *by([s for s in sides if s["peer"] == "stiffsweep"], "stack")]
