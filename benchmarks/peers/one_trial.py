"""One trial of the small sweep of benchmarks/conf/small-sweep.conf in JAX, as an objective for Optuna and Ray Tune."""

import argparse
import fcntl
import functools
import os
import pathlib
import tempfile
import time

import jax
import numpy

import cases
import jax_step

STIFFNESSES = numpy.logspace(0, 4, 40).tolist()
POINTS = 500
WIDTH = 40
RATE = 1e-3


@functools.cache
def own_core():
    """Pins this process to a core that no other trial has, since no variable holds JAX to one: its lock, to be kept."""
    while True:
        for core in sorted(os.sched_getaffinity(0)):
            lock = open(pathlib.Path(tempfile.gettempdir()) / f"stiffsweep-peer-core-{core}", "w")
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                lock.close()
                continue
            os.sched_setaffinity(0, {core})
            return lock
        time.sleep(0.05)


@functools.partial(jax.jit, donate_argnums=0)
def scan(state, stiffness):
    """Compiled once in a process: the stiffness is an argument."""
    return jax_step.scanned(cases.Decay(WIDTH, stiffness), POINTS, 1, RATE)(state)


@jax.jit
def error(parameters, stiffness):
    """The mean squared error at the points."""
    case = cases.Decay(WIDTH, stiffness)
    x = jax.numpy.asarray(case.points(POINTS)["residual"], jax.numpy.float32)
    return ((case.field(jax_step.NAMES, parameters, x) - jax.numpy.exp(-stiffness * x)) ** 2).mean()


def trained(stiffness, epochs):
    """Trains one trial: its last loss and its error, by name."""
    own_core()
    state = jax_step.start(cases.Decay(WIDTH), 1)
    for _ in range(epochs // jax_step.SCANNED):
        state, losses = scan(state, stiffness)
    parameters = {name: values[0] for name, values in state[0].items()}
    return {"loss": losses[-1].item(), "error_mse": error(parameters, stiffness).item()}


def arguments(description):
    """The command line of a sweep."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--epochs", type=int, default=5000)
    parser.add_argument("--workers", type=int, default=os.cpu_count(), help="trials that train at a time, each on its core")
    parser.add_argument("--out", type=pathlib.Path, required=True, help="a folder for the table and the records")
    return parser.parse_args()
