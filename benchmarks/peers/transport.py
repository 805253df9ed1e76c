#!/usr/bin/python3
"""Case transport: eps f_t + v f_x = (rho - f) / eps by micro-macro decomposition, f = rho + eps g (arXiv 2111.02541).

Particles come in from the left into an empty slab; the settings are those of conf/kinetic/transport-knudsen.conf. A tanh
network 2-32-32-32-1 gives rho = e^-output and another, 3-32-32-32-1, gives g but for its mean over the velocities, at
four Gauss nodes on each half of [-1, 1]. All points are drawn anew in each epoch.

    taskset -c 0 /usr/bin/python3 benchmarks/peers/transport.py --epochs 500
"""

import json
import pathlib
import sys

import numpy
import torch

from training_rate import descend, measured, options, set_up

KNUDSEN = 1e-3
END = 0.1
WIDTH = 32
OF_WALL = 64
OF_START = 128
LARGEST_DIFFERENCE = 1e-10


class Network(torch.nn.Module):
    """A tanh network of t, x and perhaps v, which it sees scaled to [-1, 1]."""

    def __init__(self, inputs):
        super().__init__()
        widths = [inputs, WIDTH, WIDTH, WIDTH, 1]
        self.layers = torch.nn.ModuleList(torch.nn.Linear(*pair) for pair in zip(widths, widths[1:]))
        for layer in self.layers:
            torch.nn.init.xavier_normal_(layer.weight)
            torch.nn.init.zeros_(layer.bias)
        self.scale = torch.tensor([2 / END, 2.0, 1.0][:inputs])
        self.shift = torch.tensor([-1.0, -1.0, 0.0][:inputs])

    def forward(self, inputs):
        features = inputs * self.scale + self.shift
        for layer in self.layers[:-1]:
            features = torch.tanh(layer(features))
        return self.layers[-1](features)


class Loss(torch.nn.Module):
    """The loss of the networks that it holds."""

    def __init__(self):
        super().__init__()
        self.density = Network(2)
        self.deviation = Network(3)
        nodes, weights = numpy.polynomial.legendre.leggauss(4)
        dtype = torch.get_default_dtype()
        self.v = torch.tensor([*(nodes - 1) / 2, *(nodes + 1) / 2], dtype=dtype)
        self.weights = torch.tensor([[*weights / 4, *weights / 4]], dtype=dtype).T

    def mean(self, values):
        """The mean over the velocities, [points, 1] of [points, nodes]."""
        return values @ self.weights

    def at_nodes(self, points):
        """The rows (t, x, v) of some points (t, x), node by node."""
        nodes = self.v.repeat(len(points)).reshape(-1, 1)
        return torch.cat([points.repeat_interleave(len(self.v), 0), nodes], 1)

    def by_point(self, rows):
        return rows.reshape(-1, len(self.v))

    def forward(self, interior, left, right, initial):
        macro, micro = self.residuals(interior)
        f = self.distribution(torch.cat([left, right, initial]))
        from_left, from_right, at_start = f.split([len(left), len(right), len(initial)])
        conditions = [from_left[:, self.v > 0] - 1, from_right[:, self.v < 0], at_start]
        return [residual.square().mean() for residual in (*conditions, macro, micro)]

    def residuals(self, points):
        points.requires_grad_()
        rho = torch.exp(-self.density(points))
        rho_t, rho_x = slopes(rho, points)
        rows = self.at_nodes(points.detach()).requires_grad_()
        free = self.deviation(rows)
        # A derivative and the mean over the velocities can be swapped.
        free_t, free_x = (self.by_point(slope) for slope in slopes(free, rows))
        g, g_t, g_x = (values - self.mean(values) for values in (self.by_point(free), free_t, free_x))
        carried = self.v * g_x
        flow = self.mean(carried)
        macro = rho_t + flow
        micro = KNUDSEN * (KNUDSEN * g_t + carried - flow) + self.v * rho_x + g
        return macro, micro

    def distribution(self, points):
        free = self.by_point(self.deviation(self.at_nodes(points)))
        return torch.exp(-self.density(points)) + KNUDSEN * (free - self.mean(free))


def slopes(output, rows):
    """The derivatives along t and x in every row, on the tape."""
    by_input = torch.autograd.grad(output.sum(), rows, create_graph=True)[0]
    return by_input[:, 0:1], by_input[:, 1:2]


def total(terms):
    from_left, from_right, at_start, macro, micro = terms
    return macro + micro + 10 * (from_left + from_right + at_start)


def drawn(count):
    """Uniform points (t, x) of the interior, both walls and the start."""
    interior = torch.rand(count, 2) * torch.tensor([END, 1.0])
    times = torch.rand(2 * OF_WALL, 1) * END
    left, right = times.split(OF_WALL)
    places = torch.rand(OF_START, 1)
    return (
        interior,
        torch.cat([left, torch.zeros_like(left)], 1),
        torch.cat([right, torch.ones_like(right)], 1),
        torch.cat([torch.zeros_like(places), places], 1),
    )


def differences(known):
    """How far this loss is, relatively, from one that stiffsweep.benchmarks.LossAtPoints has written."""
    torch.set_default_dtype(torch.float64)
    loss = Loss()
    shapes = loss.state_dict()
    loss.load_state_dict({name: torch.tensor(known[f"parameter.{name}"]).reshape(shapes[name].shape) for name in shapes})
    sets = [
        torch.tensor([known[f"points.{name}.{axis}"] for axis in ("t", "x")]).T.contiguous()
        for name in ("interior", "left", "right", "initial")
    ]
    terms = loss(*sets)
    names = ["term.left", "term.right", "term.initial", "term.macro", "term.micro", "total"]
    values = dict(zip(names, [*terms, total(terms)]))
    return {name: abs(value.item() / known[name] - 1) for name, value in values.items()}


def main():
    parser = options("transport", points=128)
    parser.add_argument("--agree-with", metavar="FILE", type=pathlib.Path, help="measure nothing: compare the loss with ours")
    asked = parser.parse_args()
    set_up()
    if asked.agree_with:
        found = differences(json.loads(asked.agree_with.read_text()))
        print(json.dumps(found))
        if not max(found.values()) < LARGEST_DIFFERENCE:
            sys.exit(f"transport: the two losses must agree to {LARGEST_DIFFERENCE}, but differ by {found}")
        return
    loss = Loss()
    optimizer = torch.optim.Adam(loss.parameters(), lr=3e-3)
    schedule = torch.optim.lr_scheduler.StepLR(optimizer, step_size=100, gamma=0.9214)

    def epoch():
        value = descend(optimizer, total(loss(*drawn(asked.points))))
        schedule.step()
        return value

    print(json.dumps(measured("transport", asked, epoch)))


if __name__ == "__main__":
    main()
