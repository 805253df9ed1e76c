#!/usr/bin/python3
"""Case A: y' = -C y, y(0) = 1 (arXiv 2602.21988, eq. 8) with its network 1-40x4-1 GELU and its Jacobian-normalised loss.

    taskset -c 0 /usr/bin/python3 benchmarks/peers/linear_decay.py --points 500 --epochs 2000
"""

import torch

from training_rate import arguments, run, set_up, slope

WIDTH = 40


class Loss(torch.nn.Module):
    """The loss of the network that it holds; the first point stands for x = 0."""

    def __init__(self):
        super().__init__()
        self.stiffness = 100.0
        layers = [torch.nn.Linear(1, WIDTH), torch.nn.GELU()]
        for _ in range(3):
            layers += [torch.nn.Linear(WIDTH, WIDTH), torch.nn.GELU()]
        self.network = torch.nn.Sequential(*layers, torch.nn.Linear(WIDTH, 1))

    def forward(self, x):
        y = self.network(x)
        residual = slope(y, x) + self.stiffness * y
        equation = (residual**2 / (1 + self.stiffness**2)).mean()
        initial = (y[0] - torch.exp(-self.stiffness * x[0])) ** 2
        return equation + initial.sum()


def main():
    asked = arguments("A", points=500)
    set_up()
    x = torch.exp(torch.linspace(-15, 0, asked.points)).reshape(-1, 1).requires_grad_()
    run("A", asked, Loss(), x)


if __name__ == "__main__":
    main()
