"""Writes what scikit-learn, SciPy and SALib make of fixed numbers: what PeersTest holds the statistics against.

    python3 -m venv peers && peers/bin/pip install scikit-learn==1.9.1 scipy==1.17.1 SALib==1.6.0
    peers/bin/python sweep-core/src/test/python/peers.py > sweep-core/src/test/resources/stiffsweep/stats/peers.json
"""

import json

import numpy as np
from SALib.analyze import sobol
from SALib.sample import sobol as sobol_sample
from scipy import optimize, stats
from sklearn.linear_model import HuberRegressor, LinearRegression
from sklearn.linear_model._huber import _huber_loss_and_gradient

RESAMPLES = 200_000


def main():
    random = np.random.default_rng(17)
    answers = {
        "lines": [line(random, outliers) for outliers in (0, 2, 5)],
        "bca": bca(random),
        "signed_rank": [signed_rank(random, n, ties) for n, ties in ((6, False), (9, True), (17, False), (60, False))],
        "wilson": [wilson(k, n) for k, n in ((0, 5), (3, 5), (17, 20), (200, 200))],
        "kaplan_meier": [kaplan_meier(random, censored) for censored in (0.0, 0.3, 0.45)],
        "sobol": [indices(ishigami, "ishigami"), indices(g_function, "g")],
    }
    print(written(answers))


def written(answers):
    """A line for each case."""
    kinds = (f' "{kind}": [\n  ' + ",\n  ".join(map(json.dumps, cases)) + "\n ]" for kind, cases in answers.items())
    return "{\n" + ",\n".join(kinds) + "\n}"


def rounded(values):
    """Few digits, so that the file holds the very numbers that were used."""
    return np.round(values, 6)


def line(random, outliers):
    x = rounded(np.repeat(np.linspace(0, 4, 6), 5))
    y = rounded(1.75 * x - 0.4 + 0.2 * random.standard_normal(x.size))
    y[:outliers] += 3
    column = x.reshape(-1, 1)
    huber = HuberRegressor().fit(column, y)
    start = [huber.coef_[0], huber.intercept_, huber.scale_]
    ones = np.ones_like(y)
    # Its solver stops early. This is where the gradient of its own objective is zero.
    lowest = optimize.root(lambda line: _huber_loss_and_gradient(line, column, y, 1.35, 1e-4, ones)[1], start, tol=1e-14).x
    if not np.allclose(lowest, start, rtol=1e-3):
        raise ValueError(f"must be near to {start}, but got {lowest}")
    least = LinearRegression().fit(column, y)
    return {
        "x": x.tolist(),
        "y": y.tolist(),
        "huber": lowest.tolist(),
        "least_squares": [least.coef_[0], least.intercept_],
    }


def bca(random):
    """Ends, and how far they move between two runs of so many resamples."""
    cases = []
    for n in (8, 15, 40):
        values = rounded(random.lognormal(0, 1, n))
        for name, statistic in (("mean", np.mean), ("median", np.median), ("deviation", np.std)):
            ends = [
                stats.bootstrap(
                    (values,), statistic, n_resamples=RESAMPLES, method="BCa", batch=10_000, rng=np.random.default_rng(seed)
                ).confidence_interval
                for seed in (1, 2)
            ]
            lower, upper = ends[0]
            spread = np.abs(np.subtract(*ends))
            cases.append({"values": values.tolist(), "statistic": name, "ends": [lower, upper], "spread": spread.tolist()})
    return cases


def signed_rank(random, n, ties):
    """The interval is that of all shifts which the test does not refuse."""
    values = rounded(0.4 + random.standard_normal(n))
    if ties:
        values = np.round(values)
    exact = stats.PermutationMethod(n_resamples=np.inf) if ties else "exact"
    case = {"values": values.tolist(), "p": stats.wilcoxon(values, method=exact).pvalue}
    if not ties:
        means = np.sort([(a + b) / 2 for i, a in enumerate(values) for b in values[i:]])
        between = (means[:-1] + means[1:]) / 2
        kept = [i for i, shift in enumerate(between) if stats.wilcoxon(values - shift, method="exact").pvalue > 0.05]
        case |= {"centre": np.median(means), "interval": [means[kept[0]], means[kept[-1] + 1]]}
    return case


def wilson(successes, trials):
    ends = stats.binomtest(successes, trials).proportion_ci(0.95, "wilson")
    return {"successes": successes, "trials": trials, "ends": [ends.low, ends.high]}


def kaplan_meier(random, censored):
    times = rounded(random.exponential(10, 25))
    reached = random.random(25) >= censored
    left = stats.ecdf(stats.CensoredData(uncensored=times[reached], right=times[~reached])).sf
    below = left.quantiles[left.probabilities <= 0.5]
    return {"times": times.tolist(), "reached": reached.tolist(), "median": below[0] if below.size else None}


def ishigami(x):
    x = np.pi * (2 * x - 1)
    return np.sin(x[:, 0]) + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0])


def g_function(x):
    a = np.array([0, 1, 4.5])
    return np.prod((np.abs(4 * x - 2) + a) / (1 + a), axis=1)


def indices(function, name):
    problem = {"num_vars": 3, "names": ["x", "y", "z"], "bounds": [[0, 1]] * 3}
    points = sobol_sample.sample(problem, 2**15, calc_second_order=True, seed=1)
    found = sobol.analyze(problem, function(points), calc_second_order=True, seed=1)
    pairs = [(0, 1), (0, 2), (1, 2)]
    return {
        "function": name,
        "shares": [*found["S1"].tolist(), *(found["S2"][pair].item() for pair in pairs)],
        "confidence": [*found["S1_conf"].tolist(), *(found["S2_conf"][pair].item() for pair in pairs)],
    }


if __name__ == "__main__":
    main()
