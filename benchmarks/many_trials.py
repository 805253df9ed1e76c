"""Ten thousand trials of a moment each on a cluster of two workers, looked at by another process all the time."""

import json
import pathlib
import re
import subprocess
import threading
import time

CONF = "benchmarks/conf/many.conf"
TRIALS = 10_000
WORKERS = 2
HEAP = "1g"
SECONDS_BETWEEN_LOOKS = 5
SWEEP = "jobs/target/dist/bin/sweep"


def measured(folder, environment):
    """One run into a new folder, its driver's heap from the log of its collector."""
    environment = {**environment, "CLUSTER_FOLDER": str(folder / "cluster"), "CLUSTER_PORT": "0"}
    cluster("start", str(WORKERS), "1", environment=environment)
    try:
        master = re.search(r"spark://\S+", cluster("status", environment=environment)).group()
        return run(folder, master, environment)
    finally:
        cluster("stop", environment=environment)


def run(folder, master, environment):
    results, log = folder / "results", folder / "collector.log"
    options = {"JAVA_TOOL_OPTIONS": f"-Xmx{HEAP} -Xlog:gc:file={log}"}
    command = [SWEEP, "run", CONF, "--master", master, "--out", str(results)]
    before = time.monotonic()
    sweep = subprocess.Popen(
        command, env={**environment, **options}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    looks = []
    looking = threading.Thread(target=look_until_it_ends, args=(sweep, results, environment, looks))
    looking.start()
    code = sweep.wait()
    whole = time.monotonic() - before
    looking.join()
    if code != 0:
        raise subprocess.CalledProcessError(code, command, stderr="see spark.log")
    query = (
        "select count(*) as trials, count(distinct trial_id) as ids, sum(train_seconds) as training,"
        " epoch_ms(max(ended_at)::timestamp) - epoch_ms(min(started_at)::timestamp) as span_ms from trials where outcome = 'COMPLETED'"
    )
    row = json.loads(ask(results, query, environment))[0]
    if (row["trials"], row["ids"]) != (TRIALS, TRIALS):
        raise ValueError(f"{CONF} must leave {TRIALS} completed trials, but left {row}")
    return {
        "command": whole,
        "span": row["span_ms"] / 1000,
        "training": row["training"],
        "heap": max(int(after) for after in re.findall(r"Pause .*->(\d+)M\(", log.read_text())),
        "files": len(list((results / "trials").iterdir())),
        "looks": looks,
    }


def look_until_it_ends(sweep, results, environment, looks):
    """Counts files and rows again and again; a look that fails is a look that saw no row."""
    while sweep.poll() is None:
        time.sleep(SECONDS_BETWEEN_LOOKS)
        files = len(list((results / "trials").glob("*.parquet")))
        if files:
            query = "select count(*) as rows, count(distinct trial_id) as ids from trials"
            try:
                looks.append({"files": files, **json.loads(ask(results, query, environment))[0]})
            except subprocess.CalledProcessError as error:
                looks.append({"files": files, "rows": 0, "ids": 0, "failure": error.stderr[-500:]})


def ask(results, query, environment):
    command = [SWEEP, "sql", str(results), query, "--format", "json"]
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout


def cluster(*words, environment):
    command = [str(pathlib.Path("jobs/cluster.sh")), *words]
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout
