"""The dev container: fields of its specification, one pinned image, steps that are tried here."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

from macros.load import ROOT
from tests.test_joining import make_files

FOLDER = ROOT / ".devcontainer"
DOCKERFILE = (FOLDER / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", "")
# Those that we use of the schema of containers.dev, each with its type.
FIELDS: dict[str, type] = {"name": str, "build": dict, "remoteUser": str, "postCreateCommand": str,
          "forwardPorts": list, "portsAttributes": dict, "customizations": dict}  # fmt: skip
OUR_SCRIPT = "/usr/local/bin/system-packages"
FAKES = ("apt-get", "useradd", "rm")


def container() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / "devcontainer.json").read_text(encoding="utf-8"))
    return found


def instructions(name: str) -> list[str]:
    return re.findall(rf"^{name} (.*)$", DOCKERFILE, re.MULTILINE)


def tried(folder: Path, command: str) -> list[str]:
    """Run a step where programs that change a machine only note how they were called."""
    programs, calls = folder / "bin", folder / "calls"
    programs.mkdir()
    (programs / "id").write_text("#!/bin/sh\necho 0\n")  # the step runs as root
    for name in FAKES:
        (programs / name).write_text(f'#!/bin/sh\necho "{name} $*" >> {calls}\n')
    for file in programs.iterdir():
        file.chmod(0o755)
    ours = command.replace(OUR_SCRIPT, str(ROOT / ".ci" / "system-packages"))
    subprocess.run(["/bin/sh", "-c", ours.replace("sh ", "/bin/sh ", 1)], check=True,
                   env={"PATH": str(programs)})  # fmt: skip
    return calls.read_text().splitlines()


def test_its_fields_are_those_of_the_specification() -> None:
    told = container()
    assert told.keys() <= FIELDS.keys()
    assert all(isinstance(value, FIELDS[name]) for name, value in told.items())
    assert told["build"].keys() <= {"dockerfile", "context"}
    assert (FOLDER / told["build"]["dockerfile"]).is_file()
    assert (FOLDER / told["build"]["context"]).resolve() == ROOT
    assert {str(port) for port in told["forwardPorts"]} == set(told["portsAttributes"])


def test_its_image_is_pinned_by_tag_and_digest_and_has_our_python() -> None:
    (image,) = instructions("FROM")
    pinned = re.fullmatch(r"python:(\d+\.\d+)\.\d+-\w+@sha256:[0-9a-f]{64}", image)
    assert pinned
    assert pinned[1] == (ROOT / ".python-version").read_text(encoding="utf-8").strip()


def test_its_steps_install_what_everything_needs_and_add_its_user(tmp_path: Path) -> None:
    (step,) = instructions("RUN")
    update, install, clean, user = tried(tmp_path, step)
    assert update == "apt-get update -qq"
    named = {"chromium", "postgresql", "npm", "default-jre-headless", "libpango-1.0-0", "faketime"}
    assert named <= set(install.split())
    assert clean.startswith("rm -rf /var/lib/apt/lists/")
    assert user.split()[-1] == container()["remoteUser"] == instructions("USER")[-1]


def test_its_build_takes_one_file_and_is_sent_no_other() -> None:
    (copied,) = instructions("COPY")
    source, target = copied.split()
    assert (source, target) == (".ci/system-packages", OUR_SCRIPT)
    sent = (FOLDER / "Dockerfile.dockerignore").read_text(encoding="utf-8").splitlines()
    assert [line for line in sent if not line.startswith("#")] == ["*", f"!{source}"]


def test_what_it_runs_first_is_a_target_that_exists() -> None:
    targets = set(re.findall(r"(?m)^([a-z-]+):", make_files()))
    make, *called = container()["postCreateCommand"].split()
    assert make == "make"
    assert set(called) <= targets
