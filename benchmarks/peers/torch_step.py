"""Training in PyTorch 2 with torch.func: vmap over trials, jvp along the inputs; eager, or compiled by torch.compile.

The gradient is one reverse pass through the sum of the trials' losses: torch.func.grad inside the vmap takes 1.4 times as
long, eager or compiled, and on transport the compiler does not come to an end with it.
"""

import functools
import types

import torch

import cases

VERSION = torch.__version__
NAMES = types.SimpleNamespace(
    xp=torch,
    jvp=torch.func.jvp,
    grad=torch.func.grad,
    gelu=torch.nn.functional.gelu,
    like=lambda array, numbers: torch.as_tensor(numbers, dtype=array.dtype),
)
torch.set_num_threads(1)
torch.set_num_interop_threads(1)
torch.manual_seed(0)


class Training:
    """A stack of trials in training by Adam at a constant rate, in single precision."""

    def __init__(self, case, points, stack, rate, compiled):
        self.parameters = {name: torch.tensor(values, requires_grad=True) for name, values in cases.initial(case, stack).items()}
        self.optimizer = torch.optim.Adam(self.parameters.values(), lr=rate, fused=True)
        if case.draws:
            self.places = lambda: case.drawn(NAMES, points, lambda shape: torch.rand(stack, *shape))
        else:
            fixed = {name: torch.tensor(rows, dtype=torch.float32) for name, rows in case.points(points).items()}
            self.places = lambda: fixed
        losses = torch.func.vmap(functools.partial(cases.total, case, NAMES), in_dims=(0, 0 if case.draws else None))
        # The whole graph, since what cannot be compiled would run eagerly without a word.
        self.losses = torch.compile(losses, fullgraph=True) if compiled else losses

    def train(self, epochs):
        """Trains on: the epochs that were trained, and the last losses."""
        for _ in range(epochs):
            self.optimizer.zero_grad()
            losses = self.losses(self.parameters, self.places())
            losses.sum().backward()
            self.optimizer.step()
        return epochs, losses.tolist()


def terms(case, parameters, points):
    """The terms of one trial's loss in double precision."""
    tensors = [{name: torch.tensor(values, dtype=torch.float64) for name, values in each.items()} for each in (parameters, points)]
    return {name: term.item() for name, term in case.terms(NAMES, *tensors).items()}
