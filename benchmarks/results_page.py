"""Writes benchmarks/RESULTS.md from what benchmarks/compare has measured."""

import statistics

# The width of the square products of each case, and how many of them a forward pass has. The products with a side of one
# (the first and the last layer) are left out: 1 % of the operations.
WIDTHS = {"A": 40, "B": 100}
SQUARE_LAYERS = {"A": 3, "B": 4}

NAMES = {
    "eager-pytorch": "eager PyTorch",
    "script-in-engine": "autograd in our engine, scripted",
    "autograd-in-engine": "autograd in our engine, from Java",
}
GOALS = {("A", 500): 2.5, ("B", 60): 1.8, ("B", 500): 1.7}
TRANSPORT_GOAL = 2
SHARE_GOAL = 35
BOOKKEEPING_GOAL = 5
SCALING_GOAL = 1.6
SECOND_ORDER_GOAL = 50

HEAD = """# Results

Written by `benchmarks/compare` from `benchmarks/results.json`; do not edit. A cell is the median of the rounds [lowest, highest]. Sides ran in turn on
one core, one process each, in single precision and with one thread, all with the environment of our own training (`jobs/target/dist/environment`).
CPU seconds are those of the whole process, in Java with its compiler and collector.
"""

STEP_WORDS = """
A: 1-40x4-1 GELU, linear decay with Jacobian weighting, Adam. B: head 1-100-100-100 and two trunks 100-100-1, tanh, the equation term of GlueNN's example A,
Adam. Peers do one trial at a time, dy/dx by a reverse pass with `create_graph`; three of them:

- eager PyTorch: `benchmarks/peers/*.py` with Debian's python3-torch and OpenBLAS;
- autograd in our engine, scripted: the same source as TorchScript in PyTorch 2.7.1 with MKL, so without Python between the operations;
- autograd in our engine, from Java: the same operations through the engine's bindings, which also make a product in seven that nobody asked for and never free
  the tape (its growth is in `results.json`).

Floating-point operations of an epoch, matrix products only: 3 products x 2 x (2 points) x width^2 x square layers (value and derivative rows; forward, weight gradient,
feature adjoint), which is 28.8 million for A with 500 points, 28.8 million for B with 60 and 240 million with 500.
The share is of the engine's batched product at the same stack and shapes, measured in the same round.
"""

TRANSPORT_WORDS = """
One iteration of `linear-transport` with `data = inflow-jump` and `loss.formulation = micro-macro`, as `conf/kinetic/transport-knudsen.conf` has it, at Knudsen number
1e-3: networks 2-32x3-1 and 3-32x3-1, tanh; 128 points inside, 64 at each wall and 128 at t = 0, all drawn anew in each epoch, each at 8 velocities; Adam. The peer is
`benchmarks/peers/transport.py`, one trial at a time in eager PyTorch, the derivatives along t and x of a network by one reverse pass with `create_graph`, walls and
t = 0 in one forward pass.
"""


def flops(case, points):
    """Matrix-product operations of one trial's epoch."""
    return 3 * 2 * 2 * points * WIDTHS[case] ** 2 * SQUARE_LAYERS[case]


def text(store):
    parts = [HEAD]
    parts += section("The step against autograd", store.get("steps"), step_tables, "steps")
    parts += section("A stack of narrow networks", store.get("narrow"), narrow_table, "narrow")
    parts += section("Transport by micro-macro decomposition", store.get("transport"), transport_tables, "transport")
    parts += section("Bookkeeping", store.get("bookkeeping"), bookkeeping_table, "bookkeeping")
    parts += section("Scaling", store.get("scaling"), scaling_table, "scaling")
    parts += section("Ten thousand trials", store.get("many-trials"), many_table, "many-trials --rounds 1")
    parts += section(
        "Levenberg-Marquardt", store.get("levenberg-marquardt"), second_order_table, "levenberg-marquardt --folder DIR"
    )
    return "\n".join(parts).rstrip() + "\n"


def section(title, facts, tables, command):
    if facts is None:
        return [f"\n## {title}\n", f"Not measured yet: `benchmarks/compare {command}`."]
    versions = "".join(f"; {name}: {version}" for name, version in facts["versions"].items())
    circumstances = (
        f"`{facts['command']}` on {facts['date']}, commit {facts['commit']}, {facts['rounds']} rounds; {facts['cpu']},"
        f" {facts['cores']} cores, load at the start {facts['load']:.1f}{versions}."
    )
    return [f"\n## {title}\n", circumstances, *tables(facts)]


def step_tables(facts):
    lines = [STEP_WORDS]
    for case, points in GOALS:
        lines.append(f"\n### {case}, {points} points\n")
        sides = [side for side in facts["sides"] if side["case"] == case and side["points"] == points]
        ours = [side for side in sides if side["peer"] == "stiffsweep"]
        peers = [side for side in sides if side["peer"] != "stiffsweep"]
        lines += rate_table(case, points, peers, ours, facts["products"])
        lines += ratio_table(GOALS[case, points], peers, ours)
        lines += commands(sides)
    return lines


def rate_table(case, points, peers, ours, products):
    header = ["side", "trial-epochs per CPU second", "per wall second", "GFLOP/s", "products' GFLOP/s", "share"]
    rows = []
    for name, group in [*by(peers, "peer"), *by(ours, "stack")]:
        label = NAMES.get(name, f"Stiffsweep, stack of {name}")
        failures = [side["failure"] for side in group if "failure" in side]
        if failures:
            rows.append([label, f"not run: {failures[0]}"])
            continue
        achieved = {side["round"]: side["trial_epochs_per_cpu_second"] * flops(case, points) / 1e9 for side in group}
        row = [label, spread(cpu(group).values()), spread(wall(group).values()), spread(achieved.values())]
        if name not in NAMES:
            bound = {
                product["round"]: product["all"]
                for product in products
                if (product["case"], product["points"], product["stack"]) == (case, points, max(2, name))
            }
            shares = [100 * achieved[turn] / bound[turn] for turn in achieved if turn in bound]
            row += [spread(bound.values()), spread(shares) + " %"]
        rows.append(row)
    goal = [f"\nGoal for the share at these shapes: {SHARE_GOAL} % or more."] if case == "A" else []
    return [*table(header, rows), *goal]


def ratio_table(goal, peers, ours):
    header = ["ours", "against", "ratio by CPU time", "by wall time", f"goal {goal}"]
    rows = []
    for stack, mine in by(ours, "stack"):
        for peer, theirs in by(peers, "peer"):
            if any("failure" in side for side in mine + theirs):
                continue
            by_cpu = ratios(cpu(mine), cpu(theirs))
            reached = "reached" if statistics.median(by_cpu) >= goal else "not reached"
            rows.append([f"stack of {stack}", NAMES[peer], spread(by_cpu), spread(ratios(wall(mine), wall(theirs))), reached])
    return ["", *table(header, rows)] if rows else []


def transport_tables(facts):
    header = ["side", "ms of an iteration of one trial, by CPU time", "by wall time", "trial-epochs per CPU second", "per wall second"]
    rows = []
    for name, group in budget_sides(facts["sides"]):
        rates = [cpu(group).values(), wall(group).values()]
        label = NAMES.get(name, f"Stiffsweep, stack of {name}")
        rows.append([label, *(spread(1000 / rate for rate in each) for each in rates), *map(spread, rates)])
    ours = [side for side in facts["sides"] if side["peer"] == "stiffsweep"]
    peers = [side for side in facts["sides"] if side["peer"] != "stiffsweep"]
    furthest = max(facts["differences"].values())
    agreement = (
        "Before the first round both sides had the same loss, term by term, at our points and random parameters in double precision: within"
        f" {furthest:.1g} of its value (`{facts['agreement']}`)."
    )
    words = "\nA stack of 8 against single runs; the goal is to be slower in no round.\n"
    return [
        TRANSPORT_WORDS,
        agreement + "\n",
        *table(header, rows),
        *ratio_table(TRANSPORT_GOAL, peers, ours),
        words,
        *single_runs_table(ours),
        *commands(facts["sides"]),
    ]


def narrow_table(facts):
    words = f"\nCase A with hidden layers of {facts['width']}: a stack of 8 against single runs; the goal is to be slower in no round.\n"
    return [words, *single_runs_table(facts["sides"]), *commands(facts["sides"])]


def single_runs_table(sides):
    header = ["points", "single runs: trial-epochs per CPU second", "stack of 8", "ratio by CPU time", "by wall time", "goal 1"]
    rows = []
    for points, group in by(sides, "points"):
        single = [side for side in group if side["stack"] == 1]
        stack = [side for side in group if side["stack"] == 8]
        by_cpu = ratios(cpu(stack), cpu(single))
        reached = "reached" if min(by_cpu) >= 1 else "not reached"
        rates = [spread(cpu(single).values()), spread(cpu(stack).values())]
        rows.append([str(points), *rates, spread(by_cpu), spread(ratios(wall(stack), wall(single))), reached])
    return table(header, rows)


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


def wrong_looks(looks):
    before = [0, *(look["rows"] for look in looks)]
    return sum(look["rows"] < most or look["ids"] != look["rows"] for most, look in zip(before, looks))


def second_order_table(facts):
    rates = [(NAMES.get(name, f"Stiffsweep, stack of {name}"), group) for name, group in budget_sides(facts["sides"])]
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
