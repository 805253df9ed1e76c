"""Training in JAX as those who know it write it: jit, vmap over trials, jvp along the inputs, epochs in a scan."""

import functools
import types

import jax
import jax.numpy

import cases

VERSION = jax.__version__
NAMES = types.SimpleNamespace(
    xp=jax.numpy,
    jvp=jax.jvp,
    grad=jax.grad,
    gelu=functools.partial(jax.nn.gelu, approximate=False),
    like=lambda array, numbers: jax.numpy.asarray(numbers, array.dtype),
)
FIRST, SECOND, EPSILON = 0.9, 0.999, 1e-8
# The epochs of one call from Python. By calls of one epoch, a single trial of case A has three quarters of the rate.
SCANNED = 10


class Training:
    """A stack of trials in training by Adam at a constant rate, in single precision."""

    def __init__(self, case, points, stack, rate):
        self.state = start(case, stack)
        self.scan = jax.jit(scanned(case, points, stack, rate), donate_argnums=0)

    def train(self, epochs):
        """Trains on, in whole scans: the epochs that were trained, and the last losses."""
        scans = -(-epochs // SCANNED)
        for _ in range(scans):
            self.state, losses = self.scan(self.state)
        return scans * SCANNED, losses[-1].tolist()


def start(case, stack, seed=0):
    """The parameters, both moments of Adam, the number of steps, and the key of points that are drawn."""
    parameters = jax.tree.map(jax.numpy.asarray, cases.initial(case, stack, seed))
    # Each has its own memory, which is given back to be written over.
    moments = [jax.tree.map(jax.numpy.zeros_like, parameters) for _ in range(2)]
    return parameters, *moments, jax.numpy.zeros(()), jax.random.key(seed)


def scanned(case, points, stack, rate):
    """Some epochs of a stack: from its state to the next one and the losses, [epochs, trials]."""
    loss = functools.partial(cases.total, case, NAMES)
    gradient = jax.vmap(jax.value_and_grad(loss), in_axes=(0, 0 if case.draws else None))

    def places(key):
        if not case.draws:
            return {name: jax.numpy.asarray(rows, jax.numpy.float32) for name, rows in case.points(points).items()}
        keys = iter(jax.random.split(key, 4))
        return case.drawn(NAMES, points, lambda shape: jax.random.uniform(next(keys), (stack, *shape)))

    def epoch(state, _):
        parameters, first, second, step, key = state
        key, now = jax.random.split(key)
        losses, slopes = gradient(parameters, places(now))
        step = step + 1
        first = jax.tree.map(lambda mean, slope: FIRST * mean + (1 - FIRST) * slope, first, slopes)
        second = jax.tree.map(lambda mean, slope: SECOND * mean + (1 - SECOND) * slope**2, second, slopes)
        length, root = rate / (1 - FIRST**step), jax.numpy.sqrt(1 - SECOND**step)

        def moved(value, mean, square):
            return value - length * mean / (jax.numpy.sqrt(square) / root + EPSILON)

        return (jax.tree.map(moved, parameters, first, second), first, second, step, key), losses

    return lambda state: jax.lax.scan(epoch, state, length=SCANNED)


def terms(case, parameters, points):
    """The terms of one trial's loss in double precision."""
    with jax.enable_x64(True):
        arrays = jax.tree.map(jax.numpy.asarray, (parameters, points))
        return {name: float(term) for name, term in jax.jit(functools.partial(case.terms, NAMES))(*arrays).items()}
