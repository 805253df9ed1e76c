"""The part of benchmarks/RESULTS.md that sets training steps beside those of their peers."""

import statistics

from page_cells import by, commands, cpu, grouped, ratios, spread, table

# The width of the hidden layers of each case.
WIDTHS = {"A": 40, "B": 100, "wimp": 40, "burgers": 16, "transport": 32}
# How many square products a forward pass has. Those with a side of one (the first and the last layer) are left out: 1 % of
# the operations.
SQUARE_LAYERS = {"A": 3, "B": 4}
TITLES = {
    "A": "Steps of case A: linear decay",
    "B": "Steps of case B: chemical freeze-out",
    "wimp": "Steps of WIMP freeze-out",
    "burgers": "Steps of Burgers' equation",
    "transport": "Steps of transport by micro-macro decomposition",
}
NAMES = {
    "eager-pytorch": "eager PyTorch 1.13, one trial at a time",
    "eager-pytorch-2": "eager PyTorch 2, one trial at a time",
    "script-in-engine": "autograd in our engine, scripted",
    "autograd-in-engine": "autograd in our engine, from Java",
    "vmapped-pytorch-2": "eager PyTorch 2 with torch.func",
    "compiled-pytorch-2": "compiled PyTorch 2 with torch.func",
    "jax": "JAX",
    "fused": "**Stiffsweep, fused kernel**",
    "engine": "Stiffsweep, engine",
}
BEST = "best"
# Case, points, peers, stack or the best one: at least so many times their rate, with vectors of 512 bits and without.
GOALS = [
    ("A", 500, ["eager-pytorch-2", "vmapped-pytorch-2"], 16, 6, 4),
    ("A", 500, ["jax"], 16, 1.5, 1.5),
    ("B", 500, ["eager-pytorch", "eager-pytorch-2", "vmapped-pytorch-2"], BEST, 1.7, 1.7),
]
# In any case and stack.
JAX_GOAL = 1
ALONE_GOAL = 0.8
FLOPS_GOAL = (50, 35)

WORDS = """
The sections on steps compare trial-epochs per CPU second, once all is compiled, in single precision, with each process pinned to one core. Each side trains the same loss on as many points by Adam; the peers were shown to have it
before the first round, term by term, in double precision, at our parameters and points. Sides:

- eager PyTorch 1.13 of Debian with OpenBLAS, and the same source in PyTorch 2 from PyPI with MKL: one trial at a time, derivatives along the inputs by a reverse pass
  with `create_graph` (`benchmarks/peers/linear_decay.py`, `freeze_out.py`, `transport.py`);
- autograd in our engine, scripted: the same source as TorchScript in PyTorch 2.7.1 with MKL, so without Python between the operations; and from Java: the same
  operations through the engine's bindings, which also make a product in seven that nobody asked for and never free the tape;
- PyTorch 2 with torch.func, eager and by torch.compile: `vmap` over the trials of a stack, `jvp` along the inputs, one reverse pass (`benchmarks/peers/torch_step.py`);
- JAX: `jit`, `vmap` over the trials of a stack, `jvp` along the inputs, ten epochs in a call (`benchmarks/peers/jax_step.py`);
- Stiffsweep with `training.kernel = fused`, and `engine` where `--engine` asked for it, from `benchmarks/conf/steps`.

What is from PyPI is free to use MKL as it likes; our engine is held to one way of working (`MKL_CBWR`), for equal bits. Rates by wall time and the seconds of each peer's first epoch, with its
compilation, are in `results.json`. Columns are the trials that train together; the commands are those of the largest stack. The best stack of one side may be another than that of the other.
"""


def flops(case, points, width):
    """Matrix-product operations of one trial's epoch: forward, weight gradient, feature adjoint; of values and derivatives."""
    return 3 * 2 * 2 * points * width**2 * SQUARE_LAYERS[case]


def tables(case, facts):
    """What a section says of a case: for each shape its rates, their operations, and ratios."""
    lines = ["", agreements(facts["agreements"])]
    has_wide_vectors = facts["peaks"][0]["bits"] == 512
    for (points, width), sides in grouped(facts["sides"], lambda side: (side["points"], side["width"])):
        lines.append(f"\n### {points} points, width {width}\n")
        groups = sides_by_name(sides)
        stacks = sorted({side["stack"] for side in sides})
        lines += rate_table(groups, stacks)
        if case in SQUARE_LAYERS:
            goal = FLOPS_GOAL[0 if has_wide_vectors else 1] if case == "A" else None
            lines += flops_table(groups, stacks, flops(case, points, width), facts["peaks"], goal)
        lines += ratio_table(groups, stacks, goals(case, points, has_wide_vectors))
        if case == "A":
            lines.append(alone_against_stack(groups["fused"]))
        lines += commands([side for group in groups.values() for side in group[max(group)]])
    return lines


def agreements(found):
    furthest = max(value for each in found for value in each["differences"].values())
    return f"The losses agree within {furthest:.1g} of their values (`{found[0]['command']}` and the like)."


def sides_by_name(sides):
    """The sides of each name in NAMES, by stack."""
    groups = dict(grouped(sides, lambda side: side.get("kernel", side["peer"])))
    return {name: dict(by(groups[name], "stack")) for name in NAMES if name in groups}


def rates_of(sides):
    """The rates of a side in each round in which it ran."""
    return cpu([side for side in sides if "failure" not in side])


def cell(sides, factor=1.0):
    failures = [side["failure"] for side in sides if "failure" in side]
    if failures:
        return f"not run: {failures[0]}"
    return spread(factor * rate for rate in rates_of(sides).values())


def rate_table(groups, stacks):
    header = ["trial-epochs per CPU second", *(f"stack of {stack}" for stack in stacks)]
    rows = [[NAMES[name], *(cell(group[stack]) if stack in group else "" for stack in stacks)] for name, group in groups.items()]
    return table(header, rows)


def flops_table(groups, stacks, operations, peaks, goal):
    header = ["GFLOP/s of the products", *(f"stack of {stack}" for stack in stacks), "share of the limit, best stack"]
    limit = {peak["round"]: peak["gflops"] for peak in peaks}
    rows = []
    for name, group in groups.items():
        shares = [100 * operations / 1e9 * rate / limit[turn] for turn, rate in best(group).items()]
        cells = [cell(group[stack], operations / 1e9) if stack in group else "" for stack in stacks]
        rows.append([NAMES[name], *cells, spread(shares) + " %"])
    rows.append([f"the limit: fused multiply-adds of {peaks[0]['bits']} bits, `benchmarks/fma_peak.c`", spread(limit.values())])
    words = []
    if goal:
        reached = verdict([operations / 1e9 * rate for rate in best(groups["fused"]).values()], goal)
        words = [f"\n{operations / 1e6:.1f} million operations an epoch. Goal for the fused kernel: {goal} GFLOP/s, {reached}."]
    return ["", *table(header, rows), *words]


def ratio_table(groups, stacks, wanted):
    """How many times a side's rate the fused kernel has in the same stack; those without stacks have one rate."""
    header = ["the fused kernel over", *(f"stack of {stack}" for stack in stacks), "best stack over best stack"]
    ours = groups["fused"]
    rows = []
    for name, theirs in groups.items():
        if name == "fused":
            continue
        pairs = {stack: (rates_of(ours[stack]), rates_of(theirs.get(stack, theirs[1]))) for stack in stacks}
        pairs[BEST] = (best(ours), best(theirs))
        cells = []
        for stack, pair in pairs.items():
            found, goal = ratios(*pair), wanted.get((name, stack))
            cells.append(spread(found) + (f" (goal {goal}: {verdict(found, goal)})" if goal and found else ""))
        rows.append([NAMES[name], *cells])
    return ["", *table(header, rows)]


def goals(case, points, has_wide_vectors):
    """The goal against a peer in a stack, where there is one."""
    found = {("jax", stack): JAX_GOAL for stack in (1, 8, 16, BEST)}
    for of_case, of_points, peers, stack, wide, narrow in GOALS:
        if (of_case, of_points) == (case, points):
            found |= {(peer, stack): wide if has_wide_vectors else narrow for peer in peers}
    return found


def alone_against_stack(ours):
    found = ratios(rates_of(ours[1]), rates_of(ours[16]))
    return f"\nA single trial against a stack of 16, fused kernel: {spread(found)} (goal {ALONE_GOAL}: {verdict(found, ALONE_GOAL)})."


def best(group):
    """The rates of the stack with the highest median."""
    rates = [rates for rates in map(rates_of, group.values()) if rates]
    return max(rates, key=lambda each: statistics.median(each.values()), default={})


def verdict(found, goal):
    return "reached" if found and statistics.median(found) >= goal else "not reached"
