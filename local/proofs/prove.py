#!/usr/bin/env python3
"""Breaks each promise on purpose and looks whether the named test goes red.

    prove.py [--write] [--new] [WORD ...]

Takes the mutations of mutations.toml; or only those with one of the words (R12, invariant-3, the name of a file) among
their promises or in their file; or, by `--new`, only those without a recorded message. Each is made in a copy of the
checkout as it is (what git tracks, committed or not) under target/proofs, never in the checkout. A proof holds if the
code compiles, the test ran, and a case of it failed with the recorded message; one that begins with `threw` is no assertion's, but
an exception's. Unbroken, every named test must be green first. `--write` records the messages as they come;
`make docs` then writes docs/proofs.md.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as xml

ROOT = pathlib.Path(__file__).resolve().parents[2]
LIST = pathlib.Path(__file__).with_name("mutations.toml")
WORK = ROOT / "target" / "proofs"
COPY = WORK / "copy"
MODULES = ("functions", "local")
CONSOLE = "org.junit.platform:junit-platform-console-standalone"


def run(command, folder=ROOT, log=None, seconds=600):
    """Its exit code; what it prints goes to the log."""
    with open(log or os.devnull, "w", encoding="utf-8") as out:
        try:
            return subprocess.run(command, cwd=folder, stdout=out, stderr=subprocess.STDOUT, timeout=seconds).returncode
        except subprocess.TimeoutExpired:
            return -1


class Checkout:
    """A copy of the checkout, compiled once; each mutation compiles the sources of its module again."""

    def __init__(self):
        shutil.rmtree(WORK, ignore_errors=True)
        COPY.mkdir(parents=True)
        # A commit of what is changed, on no branch: the list and the code are of one state. Empty: nothing is changed.
        changed = subprocess.check_output(["git", "stash", "create"], cwd=ROOT, text=True).strip()
        archive = subprocess.check_output(["git", "archive", changed or "HEAD"], cwd=ROOT)
        subprocess.run(["tar", "-x"], cwd=COPY, input=archive, check=True)
        self.jdk = pathlib.Path(subprocess.check_output([ROOT / "local/bin/jdk25"], text=True).strip())
        self.maven(["process-test-classes", "-Dmdep.analyze.skip=true"])
        version = re.search(r"junit-jupiter-api</artifactId>\s*<version>(.+)</version>",
                            (COPY / "functions/pom.xml").read_text(encoding="utf-8")).group(1)
        self.maven(["-N", "org.apache.maven.plugins:maven-dependency-plugin:copy",
                    f"-Dartifact={CONSOLE}:{version}", "-DoutputDirectory=target"])
        self.console = COPY / "target" / f"junit-platform-console-standalone-{version}.jar"
        for module in MODULES:
            shutil.copytree(COPY / module / "target/classes", WORK / "whole" / module)
        self.tests = {file.stem: (file.relative_to(COPY).parts[0], self.name_of(file))
                      for file in COPY.glob("*/src/test/java/**/*Test.java")}

    def maven(self, goals):
        environment = {"JAVA_HOME": str(self.jdk), "PATH": f"{self.jdk}/bin:{os.environ['PATH']}"}
        subprocess.run(["./mvnw", "-q", "-B", *goals], cwd=COPY, check=True, env=os.environ | environment)

    @staticmethod
    def name_of(source):
        return ".".join(source.relative_to(COPY).with_suffix("").parts[4:])

    def classpath(self, module):
        return (COPY / module / "target/test.classpath").read_text().strip()

    def compile(self, mutated, log):
        """Compiles the whole module anew, since constants are copied into the classes that use them. False if it fails."""
        module = mutated.split("/")[0]
        classes = COPY / module / "target/classes"
        if not mutated.endswith(".java"):
            return True
        roots = [COPY / module / "src/main/java", *(COPY / module / "target/generated-sources").glob("jte-*")]
        sources = [str(file) for root in roots for file in root.glob("**/*.java")]
        options = ["-nowarn", "-proc:none", "-d", classes, "-cp", self.classpath(module)]
        return run([self.jdk / "bin/javac", *options, *sources], log=log) == 0

    def restore(self):
        """The classes as they were before anything was broken."""
        for module in MODULES:
            shutil.rmtree(COPY / module / "target/classes")
            shutil.copytree(WORK / "whole" / module, COPY / module / "target/classes")

    def test(self, names, log):
        """Runs tests of one module; gives {test: what its cases failed with} of those that ran."""
        reports = WORK / "reports"
        shutil.rmtree(reports, ignore_errors=True)
        module = self.module(names[0])
        own = COPY / module / "target"
        path = f"{own / 'test-classes'}:{own / 'classes'}:{self.classpath(module)}:{self.console}"
        picked = [f"--select-class={it}" for it in sorted({self.tests[name.split(".")[0]][1] for name in names})]
        methods = ["--include-methodname=.*" + (name.replace(".", "#") if "." in name else name + "#.*") for name in names]
        run([self.jdk / "bin/java", "--enable-native-access=ALL-UNNAMED", "-cp", path,
             "org.junit.platform.console.ConsoleLauncher", "execute", *picked, *methods,
             "--disable-banner", f"--reports-dir={reports}"], folder=COPY / module, log=log)
        return self.results(reports)

    def module(self, test):
        return self.tests[test.split(".")[0]][0]

    @staticmethod
    def results(reports):
        ran = {}
        cases = [case for file in reports.glob("*.xml") for case in xml.parse(file).iter("testcase")]
        for case in cases:
            name = f"{case.get('classname').split('.')[-1]}.{re.split(r'[({]', case.get('name'))[0]}"
            bad = next((child for child in case if child.tag in ("failure", "error")), None)
            messages = ran.setdefault(name, [])
            if bad is not None:
                thrown = f"threw {bad.get('type').split('.')[-1]}: " if bad.tag == "error" else ""
                messages.append(thrown + " ".join((bad.get("message") or bad.text or "").split()))
        return {name: sorted(messages) for name, messages in ran.items()}  # the report has no order of its own


def prove(checkout, mutation, number):
    """Why the proof does not hold, or None; and the messages of all cases that failed."""
    file = COPY / mutation["file"]
    before = file.read_text(encoding="utf-8")
    if before.count(mutation["find"]) != 1:
        return f"the text to change is {before.count(mutation['find'])} times in {mutation['file']}", None
    log = WORK / f"{number}.log"
    file.write_text(before.replace(mutation["find"], mutation["put"]), encoding="utf-8")
    try:
        if mutation["test"].startswith("make "):
            return prove_by_make(mutation["test"], log)
        if mutation["file"].startswith(MODULES) and not checkout.compile(mutation["file"], log):
            return f"it does not compile: {log}", None
        ran = checkout.test([mutation["test"]], log)
    finally:
        file.write_text(before, encoding="utf-8")
        checkout.restore()
    red = [message for messages in ran.values() for message in messages]
    if not ran:
        return f"{mutation['test']} did not run: {log}", None
    return (None, red) if red else (f"{mutation['test']} stays green: {log}", None)


def prove_by_make(command, log):
    """A suite of its own prints a line for each check, `FAILED` before those that fail."""
    code = run(command.split(), folder=COPY, log=log)
    failed = re.search(r"FAILED +(.+)", log.read_text(encoding="utf-8"))
    return (None, [failed.group(1)]) if code != 0 and failed else (f"`{command}` did not fail: {log}", None)


def stable(message):
    """A message with `...` for names, ids and times that are made anew in each run, and for the middle of a long one."""
    message = re.sub(r"\s+at (?:[\w.]+/)?[\w.$]+\(.*", "", message)  # the frames of a stack
    for anew in (r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", r"\d{4}-\d\d-\d\dT[0-9:.]+Z", r"(?<=[@=])[0-9a-f]{5,8}\b",
                 r"\S(?=\*\*\*@)", r"(?<=[\[\"])[A-Za-z0-9_-]{40,}", r"(?<=[Hh]ash\[|ject=)[A-Za-z0-9_-]{16,}", r"[+-]\d+ us",
                 r"(?<=[\[,])[0-9a-f]{8}(?=[\],])", r"(?<=channel=)(EMAIL|SMS)\b"):
        message = re.sub(anew, "...", message)
    return message if len(message) <= 300 else message[:120] + "..." + message[-177:]


def is_recorded(mutation, message):
    """Whether the failure is the recorded one, `...` in the record standing for anything; without a record it is not."""
    pattern = ".*".join(map(re.escape, mutation.get("message", "nothing is recorded").split("...")))
    return re.match(pattern, message, re.DOTALL) is not None


def green_before(checkout, tests):
    """Prints each test that is red or does not run though nothing is broken; gives their number."""
    count = 0
    for module in MODULES:
        named = sorted({it for it in tests if not it.startswith("make ") and checkout.module(it) == module})
        ran = checkout.test(named, WORK / f"{module}.log") if named else {}
        red = [f"red before anything was broken: {name}: {messages[0]}" for name, messages in ran.items() if messages]
        absent = [f"no such test ran: {name}" for name in named if not any(f"{it}.".startswith(f"{name}.") for it in ran)]
        for line in red + absent:
            count += 1
            print(line, flush=True)
    return count


def record(broken, message):
    """Writes the message into the list, as the last line of its mutation."""
    text = LIST.read_text(encoding="utf-8")
    start = text.index(f"broken = {json.dumps(broken, ensure_ascii=False)}\n")
    end = text.find("\n[[mutation]]", start) + 1 or len(text)
    entry = re.sub(r"^message = .*\n", "", text[start:end], flags=re.MULTILINE).rstrip("\n")
    line = f"message = {json.dumps(stable(message), ensure_ascii=False)}\n"
    LIST.write_text(f"{text[:start]}{entry}\n{line}\n{text[end:]}".rstrip("\n") + "\n", encoding="utf-8")


def is_chosen(mutation, words, only_new):
    named = any(word in mutation["promises"] or word in mutation["file"] for word in words)
    return (named or not words) and not (only_new and "message" in mutation)


def main():
    options = {it for it in sys.argv[1:] if it.startswith("--")}
    words = [it for it in sys.argv[1:] if it not in options]
    mutations = tomllib.loads(LIST.read_text(encoding="utf-8"))["mutation"]
    chosen = [it for it in mutations if is_chosen(it, words, "--new" in options)]
    if options - {"--write", "--new"} or not chosen:
        sys.exit(f"none of the {len(mutations)} mutations is meant by {' '.join(sys.argv[1:])}")
    checkout = Checkout()
    failed = green_before(checkout, [it["test"] for it in chosen])
    passed = 0
    for number, mutation in enumerate(chosen, 1):
        problem, messages = prove(checkout, mutation, number)
        if problem is None and "--write" in options:
            record(mutation["broken"], messages[0])
        elif problem is None and not any(is_recorded(mutation, it) for it in messages):
            problem = f"another message than the recorded one: {messages[0]}"
        passed += problem is None
        print(f"{'FAILED' if problem else 'red   '}  {', '.join(mutation['promises'])}: {mutation['broken']}: "
              f"{problem or mutation['test'] + ': ' + stable(messages[0])}", flush=True)
    failed += len(chosen) - passed
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
