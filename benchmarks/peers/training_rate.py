"""What the peers share: a training loop as PyTorch's users write it, and the measurement of its rate."""

import argparse
import json
import math
import sys
import time

import torch


def slope(y, x):
    """dy/dx at every point, on the tape: each y depends on its own x only."""
    derivative = torch.autograd.grad([y.sum()], [x], create_graph=True)[0]
    assert derivative is not None
    return derivative


def set_up():
    """One thread, single precision, and the same initial parameters each time."""
    torch.set_num_threads(1)
    torch.set_num_interop_threads(1)
    torch.set_default_dtype(torch.float32)
    torch.manual_seed(0)


def blas():
    """The name of the library that does the matrix products, where it is not PyTorch's own; where it lies is one machine's matter."""
    with open("/proc/self/maps") as maps:
        found = {line.rsplit("/", 1)[-1].strip() for line in maps if "blas" in line.rsplit("/", 1)[-1]}
    return ", ".join(sorted(found))


def options(case, points):
    """The command line that all peers have."""
    parser = argparse.ArgumentParser(description=f"Trial-epochs per second of case {case} in eager PyTorch.")
    parser.add_argument("--points", type=int, default=points)
    parser.add_argument("--epochs", type=int, default=1000, help="epochs that are measured")
    parser.add_argument("--warm-up", type=int, default=100, help="epochs before them")
    return parser


def arguments(case, points):
    """The command line of a peer whose loss can be written as a script."""
    parser = options(case, points)
    parser.add_argument("--script", metavar="FILE", help="measure nothing: write the loss as TorchScript")
    return parser.parse_args()


def run(case, asked, loss, x):
    """Measures, or writes the script that stiffsweep.benchmarks.AutogradPeer measures."""
    if asked.script:
        torch.jit.script(loss).save(asked.script)
        return
    optimizer = torch.optim.Adam(loss.parameters(), lr=8e-5)
    print(json.dumps(measured(case, asked, lambda: descend(optimizer, loss(x)))))


def descend(optimizer, loss):
    """One step of an optimiser down a loss."""
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss


def measured(case, asked, epoch):
    """Trains; epochs over process CPU seconds and over wall seconds."""

    def train(epochs):
        for _ in range(epochs):
            value = epoch()
        return value.item()

    train(max(1, asked.warm_up))
    cpu, wall = time.process_time(), time.perf_counter()
    last = train(asked.epochs)
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    if not math.isfinite(last):
        # Arithmetic with NaN has other costs.
        sys.exit(f"{case}: the loss must stay finite, but was {last}")
    return {
        "peer": "eager-pytorch" if torch.__version__ < "2" else "eager-pytorch-2",
        "case": case,
        "points": asked.points,
        "stack": 1,
        "epochs": asked.epochs,
        "cpu_seconds": cpu,
        "wall_seconds": wall,
        "trial_epochs_per_cpu_second": asked.epochs / cpu,
        "trial_epochs_per_wall_second": asked.epochs / wall,
        "loss": last,
        "version": torch.__version__,
        "has_mkl": torch.backends.mkl.is_available(),
        "blas": blas(),
    }
