"""Trial-epochs per second of a stack of trials that train as one program in JAX or PyTorch 2, on the core it is pinned to.

    taskset -c 0 benchmarks/.peers/bin/python benchmarks/peers/stacked_rate.py A --in jax --points 500 --stack 16
    benchmarks/.peers/bin/python benchmarks/peers/stacked_rate.py A --in jax --agree-with benchmarks/target/A.json
"""

import argparse
import functools
import json
import math
import pathlib
import sys
import time

import numpy

import cases

LARGEST_DIFFERENCE = 1e-10
WARM_UP_SECONDS = 1
# That of Adam, so small that the losses stay finite in every case.
RATE = 8e-5


def framework(name):
    """The module of a framework, and its training; only that framework is loaded."""
    if name == "jax":
        import jax_step

        return jax_step, jax_step.Training
    import torch_step

    return torch_step, functools.partial(torch_step.Training, compiled=name == "compiled-pytorch-2")


def differences(terms, case, known):
    """How far this loss is, relatively, from one that stiffsweep.benchmarks.LossAtPoints has written."""
    parameters = {}
    for name, shape in case.shapes.items():
        numbers = numpy.array(known[f"parameter.{name}"])
        # Theirs are [outputs, inputs].
        parameters[name] = numbers.reshape(shape[::-1]).T
    points = {}
    for name, numbers in known.items():
        # Velocities are nodes, which both sides know.
        if name.startswith("points.") and not name.endswith(".v"):
            points.setdefault(name.split(".")[1], []).append(numbers)
    values = terms(case, parameters, {name: numpy.array(columns).T for name, columns in points.items()})
    return {name: abs(value / known[f"term.{name}"] - 1) for name, value in values.items()}


def spent(training, seconds):
    """Trains for some seconds of CPU time at least: the epochs, CPU seconds, wall seconds and last losses."""
    cpu, wall = time.process_time(), time.perf_counter()
    epochs, more = 0, 1
    while time.process_time() - cpu < seconds:
        done, losses = training.train(more)
        epochs += done
        more = min(2 * more, 100)
    return epochs, time.process_time() - cpu, time.perf_counter() - wall, losses


def measured(training, seconds):
    """What comes of a training: the time of its first epoch, then, warmed up, its rate."""
    begun = time.perf_counter()
    training.train(1)
    first = time.perf_counter() - begun
    spent(training, WARM_UP_SECONDS)
    epochs, cpu, wall, losses = spent(training, seconds)
    if not all(map(math.isfinite, losses)):
        # Arithmetic with NaN has other costs.
        sys.exit(f"the losses must stay finite, but were {losses}")
    return {
        "epochs": epochs,
        "first_epoch_seconds": first,
        "cpu_seconds": cpu,
        "wall_seconds": wall,
        "trial_epochs_per_cpu_second": epochs * len(losses) / cpu,
        "trial_epochs_per_wall_second": epochs * len(losses) / wall,
        "loss": sum(losses),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", choices=cases.CASES)
    parser.add_argument("--in", dest="peer", choices=["jax", "vmapped-pytorch-2", "compiled-pytorch-2"], required=True)
    parser.add_argument("--points", type=int, default=500)
    parser.add_argument("--stack", type=int, default=16)
    parser.add_argument("--width", type=int, default=40, help="of the hidden layers")
    parser.add_argument("--seconds", type=float, default=3, help="of CPU time that are measured")
    parser.add_argument("--agree-with", metavar="FILE", type=pathlib.Path, help="measure nothing: compare the loss with ours")
    asked = parser.parse_args()
    module, training = framework(asked.peer)
    case = cases.CASES[asked.case](asked.width)
    if asked.agree_with:
        found = differences(module.terms, case, json.loads(asked.agree_with.read_text()))
        print(json.dumps(found))
        if not max(found.values()) < LARGEST_DIFFERENCE:
            sys.exit(f"{asked.case}: the two losses must agree to {LARGEST_DIFFERENCE}, but differ by {found}")
        return
    facts = {"peer": asked.peer, "case": asked.case, "points": asked.points, "stack": asked.stack}
    result = measured(training(case, asked.points, asked.stack, RATE), asked.seconds)
    print(json.dumps({**facts, "width": asked.width, **result, "version": module.VERSION}))


if __name__ == "__main__":
    main()
