"""Answers what matters, what is best and what is different with NumPy, SciPy and pandas alone: what PythonAnswersTest holds
./sweep importance, best and compare against.

    python3 -m venv peers && peers/bin/pip install pandas==3.1.1 pyarrow==25.0.1 scipy==1.17.1
    peers/bin/python analysis/src/test/python/answers.py > analysis/src/test/resources/stiffsweep/analysis/answer/python.json

Shares of variance come from the variances of conditional means (closed indices), by inclusion and exclusion; those of medians
and of first places from all resamples that there are, not from draws.
"""

import itertools
import json
import pathlib

import numpy as np
import pandas as pd
from scipy import stats

EXAMPLES = pathlib.Path(__file__).resolve().parents[4] / "docs" / "example-results"
QUESTIONS = {"what-matters": ["weighting", "learning_rate", "width", "activation"], "quickstart": ["weighting"]}
FEWEST = 5


def main():
    answers = [
        {"folder": folder, "stiffness": stiffness, **answered(trials, axes)}
        for folder, axes in QUESTIONS.items()
        for stiffness, trials in pd.read_parquet(EXAMPLES / folder / "trials").groupby("stiffness")
    ]
    print('{"answers": [\n' + ",\n".join(json.dumps(answer) for answer in answers) + "\n]}")


def answered(trials, axes):
    measured = trials.error_mse.where(trials.outcome == "COMPLETED")
    # [settings, replicates]
    table = trials.assign(error=measured).pivot_table("error", axes, "replicate", dropna=False)
    if table.isna().to_numpy().any():
        raise ValueError("this script knows no trial that failed")
    return {
        "importance": importance(np.log10(table), axes),
        "noise": float(np.sqrt(np.log10(table).var(axis=1, ddof=1).mean())),
        "best": best(table, axes),
        "compare": compare(np.log10(table), axes),
    }


def importance(logarithms, axes):
    """The share of each axis and pair; its range over pairs of replicates where these are few."""
    parts = {}
    for axis_set in [()] + [s for size in (1, 2, len(axes)) for s in itertools.combinations(axes, size)]:
        if axis_set in parts:
            continue
        mean = logarithms.groupby(level=list(axis_set)).mean() if axis_set else logarithms.mean().to_frame().T
        # How the conditional means of two replicates vary together: free of the noise of either.
        closed = (mean.T.to_numpy() @ mean.to_numpy()) / len(mean)
        parts[axis_set] = closed - sum((parts[s] for s in parts if set(s) < set(axis_set)), 0) if len(axis_set) < 3 else closed
    whole = tuple(axes)
    total = parts[whole] - parts[()] if len(axes) > 2 else sum(parts[s] for s in parts if s)
    pairs = list(itertools.combinations(logarithms.columns, 2))

    def share(part, chosen):
        """None where settings differ by no more than seeds scatter."""
        whole = sum(total[i, j] for i, j in chosen)
        return float(np.clip(sum(part[i, j] for i, j in chosen) / whole, 0, 1)) if whole > 0 else None

    effects = []
    for axis_set, part in parts.items():
        if 0 < len(axis_set) < 3:
            effect = {"effect": list(axis_set), "share": share(part, pairs)}
            if len(logarithms.columns) < FEWEST:
                single = [share(part, [pair]) for pair in pairs]
                effect |= {"lower": min(single), "upper": max(single)}
            effects.append(effect)
    return effects


def best(table, axes):
    """All settings by their median, with its range, and how often each is the first."""
    medians = table.median(axis=1)
    first = np.zeros(len(table))
    replicates = range(table.shape[1])
    resamples = list(itertools.product(replicates, repeat=table.shape[1]))
    for drawn in resamples:
        resampled = np.median(table.to_numpy()[:, list(drawn)], axis=1)
        least = resampled == resampled.min()
        first += least / least.sum()
    rows = []
    for place in np.argsort(medians.to_numpy(), kind="stable"):
        setting = table.index[place]
        rows.append({
            "setting": dict(zip(axes, map(plain, setting if isinstance(setting, tuple) else (setting,)))),
            "median": float(medians.iloc[place]),
            "lower": float(table.iloc[place].min()),
            "upper": float(table.iloc[place].max()),
            "best_share": float(first[place] / len(resamples)),
        })
    return rows


def compare(logarithms, axes):
    """Jacobian against plain: a mean log ratio for each replicate."""
    others = axes[1:]
    sides = [logarithms.xs(name, level="weighting") if others else logarithms.loc[[name]].reset_index(drop=True) for name in ("jacobian", "plain")]
    differences = sides[0] - sides[1]
    ratios = differences.mean().to_numpy()
    means = [(a + b) / 2 for i, a in enumerate(ratios) for b in ratios[i:]]
    return {
        "ratio": float(10 ** np.median(means)),
        "lower": float(10 ** ratios.min()),
        "upper": float(10 ** ratios.max()),
        "p": float(stats.wilcoxon(ratios, method="exact").pvalue),
        "win_rate": float((differences < 0).to_numpy().mean()),
    }


def plain(value):
    return value.item() if hasattr(value, "item") else value


if __name__ == "__main__":
    main()
