"""Checks what is shipped: two builds make the same bytes, the bill of materials (CycloneDX) names exactly the jars that
are shipped, and each of them has a licence that the rule allows.

Usage: supply.py MVNW WORK_FOLDER, from the root of the repository, with JAVA_HOME set.
"""

import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys

# docs/supply-chain.md says why these; names are SPDX ids, or what the jar's own page calls its licence.
ALLOWED = {"Apache-2.0", "MIT", "MIT-0", "BSD-2-Clause", "BSD-3-Clause", "Bouncy Castle Licence"}

MAVEN = "-q -B -Dmaven.test.skip=true -Dmdep.analyze.skip=true".split()
GOALS = "package org.cyclonedx:cyclonedx-maven-plugin:makeBom dependency:copy-dependencies".split()
LIBRARIES = ["-DincludeScope=runtime"]

# A build must not depend on where, when and in which language it runs.
ELSEWHERE = {"TZ": "Asia/Shanghai", "LC_ALL": "C", "MAVEN_OPTS": "-Duser.language=tr -Duser.country=TR"}


def build(mvnw, folder, environment):
    """Builds a copy of functions/ as `sam build` does; gives the digests of what would be shipped."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree("functions", folder, ignore=shutil.ignore_patterns("target"))
    command = [mvnw, "-f", str(folder / "pom.xml"), *MAVEN, *GOALS, *LIBRARIES]
    subprocess.run(command, check=True, env={**os.environ, **environment})
    target = folder / "target"
    shipped = sorted([*target.glob("*.jar"), *(target / "dependency").glob("*.jar"), target / "sbom.json"])
    return {str(file.relative_to(target)): hashlib.sha256(file.read_bytes()).hexdigest() for file in shipped}


def bill(folder):
    return json.loads((folder / "target" / "sbom.json").read_text(encoding="utf-8"))["components"]


def jar(component):
    return f"dependency/{component['name']}-{component['version']}.jar"


def licences(component):
    return {entry["license"].get("id") or entry["license"]["name"] for entry in component.get("licenses", [])}


def main():
    mvnw, work = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
    one = build(mvnw, work / "one", {})
    other = build(mvnw, work / "another folder", ELSEWHERE)
    components = bill(work / "one")
    checks = {f"two builds of {name} are the same bytes": one.get(name) == other.get(name) for name in one | other}
    jars = {name for name in one if name.startswith("dependency/")}
    checks["the bill names what is shipped, and nothing else"] = {jar(it) for it in components} == jars
    for component in components:
        found = licences(component)
        checks[f"{component['name']} {component['version']}: {', '.join(sorted(found)) or 'no licence'}"] = bool(
            found and found <= ALLOWED
        )
    for name, passed in checks.items():
        if not passed or ":" in name:
            print(("ok      " if passed else "FAILED  ") + name)
    failed = sum(not passed for passed in checks.values())
    print(f"{len(checks) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
