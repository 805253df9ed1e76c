"""The small sweep by Optuna: processes that share a journal, and a table at the end.

    benchmarks/.peers/bin/python benchmarks/peers/optuna_sweep.py --out results/optuna
"""

import multiprocessing

import optuna
from optuna.storages import JournalStorage
from optuna.storages.journal import JournalFileBackend

import one_trial

NAME = "small-sweep"


def objective(trial, epochs):
    found = one_trial.trained(trial.suggest_float("stiffness", 1, 1e4, log=True), epochs)
    trial.set_user_attr("loss", found["loss"])
    return found["error_mse"]


def storage(folder):
    return JournalStorage(JournalFileBackend(str(folder / "journal.log")))


def work(folder, trials, epochs):
    study = optuna.load_study(study_name=NAME, storage=storage(folder))
    study.optimize(lambda trial: objective(trial, epochs), n_trials=trials)


def main():
    asked = one_trial.arguments(__doc__)
    asked.out.mkdir(parents=True)
    study = optuna.create_study(study_name=NAME, storage=storage(asked.out))
    for stiffness in one_trial.STIFFNESSES:
        study.enqueue_trial({"stiffness": stiffness})
    processes = multiprocessing.get_context("spawn")
    share = -(-len(one_trial.STIFFNESSES) // asked.workers)
    workers = [processes.Process(target=work, args=(asked.out, share, asked.epochs)) for _ in range(asked.workers)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    study.trials_dataframe().rename(columns={"value": "error_mse"}).to_csv(asked.out / "table.csv")


if __name__ == "__main__":
    main()
