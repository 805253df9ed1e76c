#!/usr/bin/python3
"""Case B: the equation term of GlueNN's example A, dY/dx + eta x^-2 (Y^2 - Yeq^2) = 0 on [7.8, 31], with its network.

A head 1-100-100-100 and two trunks 100-100-1 give the coefficients of Y = e^c1 x^1.5 e^-x + e^c2; tanh after each hidden
layer; the residual is divided by Y. The network's input is log x scaled to [-1, 1].

    taskset -c 0 /usr/bin/python3 benchmarks/peers/freeze_out.py --points 60 --epochs 2000
"""

import math

import torch

from training_rate import arguments, run, set_up, slope

FROM, TO = 7.8, 31.0
WIDTH = 100


def trunk():
    return torch.nn.Sequential(torch.nn.Linear(WIDTH, WIDTH), torch.nn.Tanh(), torch.nn.Linear(WIDTH, 1))


class Loss(torch.nn.Module):
    """The loss of the network that it holds."""

    def __init__(self):
        super().__init__()
        self.rate = 1e4
        self.equilibrium = 0.145
        self.scale = 2 / math.log(TO / FROM)
        self.shift = -1 - self.scale * math.log(FROM)
        self.head = torch.nn.Sequential(
            torch.nn.Linear(1, WIDTH),
            torch.nn.Tanh(),
            torch.nn.Linear(WIDTH, WIDTH),
            torch.nn.Tanh(),
            torch.nn.Linear(WIDTH, WIDTH),
        )
        self.before = trunk()
        self.after = trunk()

    def forward(self, x):
        features = self.head(self.scale * torch.log(x) + self.shift)
        shape = x**1.5 * torch.exp(-x)
        y = torch.exp(self.before(features)) * shape + torch.exp(self.after(features))
        residual = slope(y, x) + self.rate / x**2 * (y**2 - (self.equilibrium * shape) ** 2)
        return ((residual / y) ** 2).mean()


def main():
    asked = arguments("B", points=60)
    set_up()
    x = torch.exp(torch.linspace(math.log(FROM), math.log(TO), asked.points)).reshape(-1, 1).requires_grad_()
    run("B", asked, Loss(), x)


if __name__ == "__main__":
    main()
