"""Runs Schemathesis against a runner of its own; prints what was answered how often, and fails on any failure.

Usage: fuzz.py JAVA RUNNER_CLASS_PATH WORK_FOLDER, with CASES and SEED in the environment.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from api import Api

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
FILE = ROOT / "docs/openapi.yaml"
SETTINGS = {
    "REKEY_PORT": "0",
    # Everybody is 127.0.0.1 here: with these limits nothing would be seen but 429 and silence.
    "REKEY_RATE_PER_SOURCE": "100000",
    "REKEY_SMS_DAILY_PER_COUNTRY": "1000000",
}
# What Schemathesis makes of one example: a call of each route in the fuzzing phase, some steps of a walk in the
# stateful one. The phases of examples and coverage come on top.
CALLS_OF_AN_EXAMPLE = 9

# A firewall says it, and none stands before the runner.
DENIED = 403


def start(java, class_path, log):
    """The runner's process and its address."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("REKEY_") and name != "STACK"}
    command = [java, "--enable-native-access=ALL-UNNAMED", "-cp", class_path, "dev.rekey.local.Main"]
    with log.open("wb") as out:
        runner = subprocess.Popen(command, cwd=ROOT, env=kept | SETTINGS, stdout=out, stderr=out)
    for _ in range(600):
        ready = [line for line in log.read_text().splitlines() if line.startswith("ready: ")]
        if ready:
            return runner, ready[0].removeprefix("ready: ").strip()
        if runner.poll() is not None:
            break
        time.sleep(0.1)
    runner.terminate()
    sys.exit(log.read_text())


def fuzz(url, work, cases, seed):
    """Whether a run found no failure, and what was counted in it."""
    counts = work / "counts.json"
    counts.unlink(missing_ok=True)
    environment = os.environ | {
        "PYTHONPATH": str(HERE),
        "PYTHONDONTWRITEBYTECODE": "1",
        "SCHEMATHESIS_HOOKS": "hooks",
        "REKEY_OPENAPI": str(FILE),
        "REKEY_URL": url,
        "REKEY_SEED": str(seed),
        "REKEY_SEEN": str(counts),
    }
    command = [Path(sys.executable).parent / "schemathesis", "--config-file", HERE / "schemathesis.toml"]
    command += ["run", FILE, "--url", url, "--no-color", "--seed", str(seed)]
    command += ["--max-examples", str(-(-cases // CALLS_OF_AN_EXAMPLE))]
    with (work / "schemathesis.log").open("wb") as log:
        ended = subprocess.run(command, cwd=work, env=environment, stdout=log, stderr=log, check=False)
    counted = json.loads(counts.read_text()) if counts.exists() else {"answers": [], "failed": 0}
    return ended.returncode == 0, counted


def lacks(answers, cases):
    """What should have been seen and was not, a line each."""
    calls = sum(number for *_, number in answers)
    if calls < cases:
        yield f"only {calls} of {cases} cases were made"
    seen = {(path, told) for path, status, code, _, told, _ in answers if status == 200 and code in (None, 200)}
    for path, told in set(Api(FILE).successes()) - seen:
        yield f"{path} never succeeded: {told}"


def show(answers):
    for path, status, code, api_code, told, number in sorted(answers, key=str):
        print(f"{number:7} {path} HTTP {status} {code or '-'}/{api_code or '-'} {told}")
    seen = {tuple(answer[:4]) for answer in answers}
    for path, status, code, api_code in Api(FILE).answers():
        if status == 200 and code != DENIED and (path, status, code, api_code) not in seen:
            print(f"  never {path} HTTP {status} {code or '-'}/{api_code or '-'}")


def main(java, class_path, folder):
    cases, seed = int(os.environ["CASES"]), int(os.environ["SEED"])
    print(f"at least {cases} cases, seed {seed}", flush=True)
    work = Path(folder).absolute()
    runner, url = start(java, class_path, work / "runner.log")
    try:
        good, counted = fuzz(url, work, cases, seed)
    finally:
        runner.terminate()
        runner.wait(30)
    show(counted["answers"])
    missing = list(lacks(counted["answers"], cases))
    if not good:
        print((work / "schemathesis.log").read_text())
    print(*missing, sep="\n", end="\n" * bool(missing))
    failed = counted["failed"] + len(missing) or int(not good)
    print(f"{sum(number for *_, number in counted['answers']) - counted['failed']} passed, {failed} failed")
    sys.exit(failed > 0)


main(*sys.argv[1:])
