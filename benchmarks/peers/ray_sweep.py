"""The small sweep by Ray Tune, with a table at the end.

    benchmarks/.peers/bin/python benchmarks/peers/ray_sweep.py --out results/ray
"""

import pathlib

import ray
from ray import tune

import one_trial


def main():
    asked = one_trial.arguments(__doc__)
    epochs = asked.epochs
    here = str(pathlib.Path(__file__).resolve().parent)
    ray.init(num_cpus=asked.workers, include_dashboard=False, runtime_env={"env_vars": {"PYTHONPATH": here}})

    def trainable(config):
        tune.report(one_trial.trained(config["stiffness"], epochs))

    tuner = tune.Tuner(
        tune.with_resources(trainable, {"cpu": 1}),
        param_space={"stiffness": tune.grid_search(one_trial.STIFFNESSES)},
        # What JAX has compiled stays for the next trial.
        tune_config=tune.TuneConfig(reuse_actors=True),
        run_config=tune.RunConfig(storage_path=str(asked.out.resolve()), verbose=0),
    )
    tuner.fit().get_dataframe().to_csv(asked.out / "table.csv")


if __name__ == "__main__":
    main()
