"""The losses of the cases, written once for JAX and PyTorch, which share NumPy's names, and jvp and vmap.

A framework has `xp` for NumPy's names, `jvp`, `grad`, `gelu`, and `like` for numbers as an array's constants. A loss takes
the parameters of one trial, by the names that LossAtPoints gives them but with weights [inputs, outputs], and its points
by set, [points, inputs]; it gives its terms by name, before their weights.
"""

import math

import numpy


def chain(parameters, name, features, activation):
    """The network of a name; there is no activation after its last layer."""
    layer = 0
    while f"{name}.{layer}.weight" in parameters:
        if layer > 0:
            features = activation(features)
        features = features @ parameters[f"{name}.{layer}.weight"] + parameters[f"{name}.{layer}.bias"]
        layer += 1
    return features


def shapes(name, widths):
    """The shapes of a dense network's parameters, by name."""
    found = {}
    for layer, pair in enumerate(zip(widths, widths[1:])):
        found[f"{name}.{layer}.weight"] = pair
        found[f"{name}.{layer}.bias"] = pair[1:]
    return found


def initial(case, trials, seed=0):
    """Weights and biases uniform on +-1/sqrt(inputs), in single precision and with an axis of trials in front."""
    random = numpy.random.default_rng(seed)
    drawn = {}
    for name, shape in case.shapes.items():
        inputs = case.shapes[name.replace(".bias", ".weight")][0]
        drawn[name] = (random.uniform(-1, 1, (trials, *shape)) / math.sqrt(inputs)).astype(numpy.float32)
    return drawn


def along(framework, field, points, axis):
    """A field at points with its derivative along one of their inputs."""
    direction = framework.like(points, numpy.eye(points.shape[-1])[axis])
    return framework.jvp(field, (points,), (framework.xp.ones_like(points) * direction,))


class Decay:
    """A: y' = -C y, y(0) = 1 (arXiv 2602.21988, eq. 8) with its Jacobian-normalised loss; the first point is the start."""

    draws = False
    weights = {}

    def __init__(self, width, stiffness=100.0):
        self.stiffness = stiffness
        self.shapes = shapes("layers", [1, *[width] * 4, 1])

    def points(self, count):
        return {"residual": numpy.exp(numpy.linspace(-15, 0, count)).reshape(-1, 1)}

    def field(self, framework, parameters, x):
        return chain(parameters, "layers", x, framework.gelu)

    def terms(self, framework, parameters, points):
        x = points["residual"]
        y, slope = along(framework, lambda x: self.field(framework, parameters, x), x, 0)
        residual = slope + self.stiffness * y
        start = y[0] - framework.xp.exp(-self.stiffness * x[0])
        return {"equation": (residual**2).mean() / (1 + self.stiffness**2), "initial": (start**2).sum()}


class FreezeOut:
    """B: dY/dx + eta x^-2 (Y^2 - Yeq^2) = 0, Y = e^c1 x^1.5 e^-x + e^c2, the equation term of GlueNN's example A."""

    draws = False
    weights = {}
    FROM, TO = 7.8, 31.0
    RATE = 1e4
    EQUILIBRIUM = 0.145

    def __init__(self, width):
        trunk = [width, width, 1]
        self.shapes = {
            **shapes("head", [1, *[width] * 3]),
            **shapes("trunks.0", trunk),
            **shapes("trunks.1", trunk),
        }

    def points(self, count):
        return {"residual": numpy.exp(numpy.linspace(math.log(self.FROM), math.log(self.TO), count)).reshape(-1, 1)}

    def terms(self, framework, parameters, points):
        xp = framework.xp
        x = points["residual"]
        scale = 2 / math.log(self.TO / self.FROM)

        def field(x):
            scaled = scale * (xp.log(x) - math.log(self.FROM)) - 1
            features = chain(parameters, "head", scaled, xp.tanh)
            before, after = (chain(parameters, f"trunks.{trunk}", features, xp.tanh) for trunk in (0, 1))
            return xp.exp(before) * x**1.5 * xp.exp(-x) + xp.exp(after)

        y, slope = along(framework, field, x, 0)
        equilibrium = self.EQUILIBRIUM * x**1.5 * xp.exp(-x)
        residual = slope + self.RATE / x**2 * (y**2 - equilibrium**2)
        return {"equation": ((residual / y) ** 2).mean()}


class Wimp:
    """WIMP freeze-out, dW/dz = G (e^(2 Weq - W) - e^W) (arXiv 2602.21988, eq. 40), w = W/26.1586 bounded to [-1, 0]."""

    draws = False
    weights = {}
    FROZEN = 26.1586
    LAST = math.log(50000)
    STRENGTH = 29.2037
    # ln Yeq = this + 3/2 z - e^z.
    EQUILIBRIUM = math.log(45 / math.sqrt(32 * math.pi**7) / 100)

    def __init__(self, width):
        self.shapes = shapes("layers", [1, *[width] * 4, 1])

    def points(self, count):
        return {"residual": numpy.linspace(0, self.LAST, count).reshape(-1, 1)}

    def terms(self, framework, parameters, points):
        xp = framework.xp
        z = points["residual"]
        field = lambda z: -1 / (1 + xp.exp(-chain(parameters, "layers", z, framework.gelu)))
        w, slope = along(framework, field, z, 0)
        rate = self.STRENGTH - z
        equilibrium = self.EQUILIBRIUM + 1.5 * z - xp.exp(z)
        production = xp.exp(2 * equilibrium + rate - self.FROZEN * w)
        annihilation = xp.exp(rate + self.FROZEN * w)
        residual = self.FROZEN * slope - production + annihilation
        jacobian = production + annihilation
        start = w[0] - equilibrium[0] / self.FROZEN
        return {"equation": (residual**2 / (1 + jacobian**2)).mean(), "initial": (start**2).sum()}


class Burgers:
    """u_t + u u_x = nu u_xx, initial and boundary values met by the form of the field (doi 10.1016/j.jcp.2018.10.045)."""

    draws = False
    weights = {}
    VISCOSITY = 0.01 / math.pi

    def __init__(self, width):
        self.shapes = shapes("layers", [2, *[width] * 4, 1])

    def points(self, count):
        return {"interior": numpy.random.default_rng(0).uniform((0, -1), (1, 1), (count, 2))}

    def terms(self, framework, parameters, points):
        xp = framework.xp
        rows = points["interior"]
        scale, shift = (framework.like(rows, numpy.array(pair)) for pair in ([2.0, 1.0], [-1.0, 0.0]))

        def field(rows):
            t, x = rows[:, 0:1], rows[:, 1:2]
            free = chain(parameters, "layers", rows * scale + shift, xp.tanh)
            return t * (1 - x**2) * free - xp.sin(math.pi * x)

        # Forward over reverse: faster in both frameworks than forward over forward, which PyTorch's compiler refuses.
        slopes, slopes_along_x = along(framework, framework.grad(lambda rows: field(rows).sum()), rows, 1)
        residual = slopes[:, 0:1] + field(rows) * slopes[:, 1:2] - self.VISCOSITY * slopes_along_x[:, 1:2]
        return {"equation": (residual**2).mean()}


class Transport:
    """eps f_t + v f_x = (rho - f) / eps by micro-macro decomposition (arXiv 2111.02541), as in transport.py."""

    draws = True
    weights = {"left": 10, "right": 10, "initial": 10}
    KNUDSEN = 1e-3
    END = 0.1
    OF_WALL = 64
    OF_START = 128

    def __init__(self, width):
        hidden = [width] * 3
        self.shapes = {**shapes("density.layers", [2, *hidden, 1]), **shapes("deviation.layers", [3, *hidden, 1])}
        nodes, weights = numpy.polynomial.legendre.leggauss(4)
        self.v = numpy.array([*(nodes - 1) / 2, *(nodes + 1) / 2])
        self.shares = numpy.array([*weights / 4, *weights / 4]).reshape(-1, 1)

    def drawn(self, framework, count, uniform):
        """New points of every set, from numbers that are uniform on [0, 1] and have a shape's axes behind the trials'."""
        sets = {
            "interior": (count, [self.END, 1], [0, 0]),
            "left": (self.OF_WALL, [self.END, 0], [0, 0]),
            "right": (self.OF_WALL, [self.END, 0], [0, 1]),
            "initial": (self.OF_START, [0, 1], [0, 0]),
        }
        found = {}
        for name, (points, scale, shift) in sets.items():
            places = uniform((points, 2))
            found[name] = places * framework.like(places, numpy.array(scale)) + framework.like(places, numpy.array(shift))
        return found

    def terms(self, framework, parameters, points):
        xp = framework.xp
        interior = points["interior"]
        v, shares = (framework.like(interior, each) for each in (self.v, self.shares))
        scale, shift = (framework.like(interior, numpy.array(each)) for each in ([2 / self.END, 2, 1], [-1.0, -1.0, 0.0]))
        nodes = len(self.v)

        def density(rows):
            return xp.exp(-chain(parameters, "density.layers", rows * scale[:2] + shift[:2], xp.tanh))

        def deviation(rows):
            """Its values at every point (t, x), [points, nodes], but for their mean."""
            place = (rows * scale[:2] + shift[:2]).reshape(-1, 1, 2)
            place = xp.broadcast_to(place, (len(rows), nodes, 2))
            speed = xp.broadcast_to(v.reshape(1, nodes, 1), (len(rows), nodes, 1))
            inputs = xp.concatenate([place, speed], -1).reshape(-1, 3)
            free = chain(parameters, "deviation.layers", inputs, xp.tanh).reshape(-1, nodes)
            return free - free @ shares

        def distribution(rows):
            return density(rows) + self.KNUDSEN * deviation(rows)

        rho_t, rho_x = (along(framework, density, interior, axis)[1] for axis in (0, 1))
        g, g_t = along(framework, deviation, interior, 0)
        carried = v * along(framework, deviation, interior, 1)[1]
        flow = carried @ shares
        micro = self.KNUDSEN * (self.KNUDSEN * g_t + carried - flow) + v * rho_x + g
        conditions = distribution(xp.concatenate([points["left"], points["right"], points["initial"]]))
        walls = len(points["left"])
        residuals = {
            "left": conditions[:walls, nodes // 2 :] - 1,
            "right": conditions[walls : 2 * walls, : nodes // 2],
            "initial": conditions[2 * walls :],
            "macro": rho_t + flow,
            "micro": micro,
        }
        return {name: (residual**2).mean() for name, residual in residuals.items()}


CASES = {"A": Decay, "B": FreezeOut, "wimp": Wimp, "burgers": Burgers, "transport": Transport}


def total(case, framework, parameters, points):
    """The loss of one trial."""
    return sum(case.weights.get(name, 1) * term for name, term in case.terms(framework, parameters, points).items())
