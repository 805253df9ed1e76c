"""What answers from many rows take: whole processes of ./sweep over folders that are made of the example results."""

import json
import os
import pathlib
import resource
import shlex
import subprocess
import time

EXAMPLE = "docs/example-results/quickstart"
SWEEP = "jobs/target/dist/bin/sweep"
ROWS = 100_000
GROUPS = 5_000
RESAMPLES = 10_000
FIT_ROWS = 240
REPORTS = (1_000, 10_000)

# Each row is one of the example's, of another setting and another seed, and its numbers scatter by factors.
COPIES = """
    copy (
        select t.* replace (
            md5(concat(setting, '/', draw))[1:16] as trial_id, 'many' as sweep, 1e-4 * (1 + setting // 8) as learning_rate,
            draw::bigint as replicate, t.seed + draw as seed,
            error_mse * exp(hash(setting, draw, 1) / 18446744073709551615.0) as error_mse,
            hessian_lambda_max * exp(hash(setting, draw, 2) / 18446744073709551615.0) as hessian_lambda_max)
        from (select *, row_number() over (order by stiffness, weighting) - 1 as place from trials where replicate = 0) t
        join (select range as setting from range({settings})) on place = setting % 8
        cross join (select range as draw from range({seeds}))
    ) to '{file}' (format parquet, kv_metadata {{'stiffsweep.roles': '{roles}'}})
"""


def measured(folder, environment):
    """Seconds of each question, and the command that asks it."""
    many = rows(folder / "many", GROUPS, ROWS // GROUPS, environment)
    few = rows(folder / "few", 8, FIT_ROWS // 8, environment)
    group_by = "select stiffness, weighting, learning_rate, median(error_mse) from trials where outcome = 'COMPLETED' group by all order by all"
    found = {
        "sql": whole([SWEEP, "sql", many, group_by, "--format", "csv"], environment),
        "fit": whole([SWEEP, "fit", few, "--x", "stiffness", "--y", "hessian_lambda_max"], environment),
    }
    for trials in REPORTS:
        one = rows(folder / str(trials), trials // 5, 5, environment)
        found[f"report-{trials}"] = whole([SWEEP, "report", one], environment)
        found[f"report-{trials}"]["bytes"] = (pathlib.Path(one) / "report" / "report.html").stat().st_size
    return found


def rows(folder, settings, seeds, environment):
    """A folder of settings x seeds trials."""
    (folder / "trials").mkdir(parents=True)
    (folder / "sweep.conf").write_text((pathlib.Path(EXAMPLE) / "sweep.conf").read_text())
    roles = "select decode(value) as roles from parquet_kv_metadata('{}/trials/*.parquet') where decode(key) = 'stiffsweep.roles' limit 1"
    told = json.loads(ask(roles.format(EXAMPLE), environment))[0]["roles"]
    ask(COPIES.format(settings=settings, seeds=seeds, file=folder / "trials" / "all.parquet", roles=told), environment)
    return os.path.relpath(folder)


def ask(query, environment):
    command = [SWEEP, "sql", EXAMPLE, query, "--format", "json"]
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout


def whole(command, environment):
    """Wall and CPU seconds of a process with its children."""
    before, spent = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - spent.ru_utime - spent.ru_stime
    return {"seconds": time.monotonic() - before, "cpu": cpu, "command": shlex.join(command)}
