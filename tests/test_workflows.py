"""The workflows: little may be done by them, and each step is a target that works at home."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.load import ROOT
from tests.test_joining import make_files

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
ACTIONS = sorted((ROOT / ".github" / "actions").glob("*/action.yml"))
PURPOSES = re.compile(r'make system-packages FOR="?([a-z ]+)"?$')
# Hands on what another job made, or installs; of no use by itself.
HELPS_A_JOB = re.compile(r"make|tee|system-packages|note-number|(?:post|apply|push)-")
PREVIEW = "release-notes"  # prints what `make post-release` publishes
each_workflow = pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)


def read(file: Path) -> Any:
    text = file.read_text(encoding="utf-8")
    return yaml.safe_load(re.sub(r"(?m)^on:", "trigger:", text))  # YAML 1.1 reads `on` as true


def steps(workflow: Any) -> Iterator[dict[str, Any]]:
    for job in workflow["jobs"].values():
        yield from job.get("steps", ())


def test_there_is_a_workflow_for_each_purpose() -> None:
    assert {file.stem for file in WORKFLOWS} == {
        "links",
        "preview",
        "preview-comment",
        "publish",
        "re-prove",
        "release",
        "test",
    }


@each_workflow
def test_a_workflow_may_do_nothing_that_a_job_does_not_ask_for(file: Path) -> None:
    workflow = read(file)
    assert workflow["permissions"] == {}
    assert "concurrency" in workflow
    assert all("permissions" in job for job in workflow["jobs"].values())


@pytest.mark.parametrize("file", [*WORKFLOWS, *ACTIONS], ids=str)
def test_an_action_of_others_is_pinned_to_a_commit_with_its_version_beside_it(file: Path) -> None:
    used = re.findall(r"uses: (.+)", file.read_text(encoding="utf-8"))
    ours = [use for use in used if use.startswith("$/")]
    assert all((ROOT / use.removeprefix("$/")).exists() for use in ours)
    pinned = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
    assert [use for use in used if use not in ours and not pinned.match(use)] == []


def test_one_action_is_everywhere_of_one_version() -> None:
    text = "".join(file.read_text(encoding="utf-8") for file in [*WORKFLOWS, *ACTIONS])
    found = set(re.findall(r"uses: (\S+)@(\w{40}) # (\S+)", text))
    assert len({name for name, _, _ in found}) == len(found)


@each_workflow
def test_every_step_calls_a_target_that_exists(file: Path) -> None:
    targets = set(re.findall(r"(?m)^([a-z-]+):", make_files()))
    for step in steps(read(file)):
        if "run" in step:
            command = re.fullmatch(r"make ([a-z -]+?)(?: [A-Z]+=.*)?(?: \| tee .*)?", step["run"])
            assert command, step["run"]
            assert set(command[1].split()) <= targets


def test_the_recipes_name_what_each_workflow_calls_and_what_works_at_home() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = text.partition("\n## What runs by itself\n")[2].partition("\n## ")[0]
    told = dict(re.findall(r"^\| ([A-Z].+?) \| .* \| `make ([^`]+)`", table, re.MULTILINE))
    named = [name for names in told for name in names.split(", ")]
    assert sorted(named) == sorted(read(file)["name"] for file in WORKFLOWS)
    for names, targets in told.items():
        files = [file for file in WORKFLOWS if read(file)["name"] in names.split(", ")]
        runs = [step["run"] for file in files for step in steps(read(file)) if "run" in step]
        called = {word for run in runs for word in run.split() if re.fullmatch(r"[a-z-]+", word)}
        at_home = {word for word in called if not HELPS_A_JOB.match(word)}
        assert {word for word in targets.split() if "=" not in word} - {PREVIEW} == at_home, names


@each_workflow
def test_a_command_whose_words_are_kept_fails_where_it_fails_itself(file: Path) -> None:
    workflow = read(file)
    shell = workflow.get("defaults", {}).get("run", {}).get("shell")
    piped = [step["run"] for step in steps(workflow) if "|" in step.get("run", "")]
    assert not piped or shell == "bash"  # a shell that is not named ignores the first command


def system_packages(*purposes: str) -> subprocess.CompletedProcess[str]:
    """Return what the script says that it would install."""
    return subprocess.run(
        ["sh", ROOT / ".ci" / "system-packages", *purposes],
        env={**os.environ, "DRY_RUN": "1"}, capture_output=True, text=True, check=False,
    )  # fmt: skip


@each_workflow
def test_what_a_workflow_installs_has_a_purpose_that_the_script_knows(file: Path) -> None:
    commands = [step["run"] for step in steps(read(file)) if "system-p" in step.get("run", "")]
    for command in commands:
        named = PURPOSES.match(command)
        assert named, command
        assert system_packages(*named[1].split()).stdout.split(), command


def test_without_a_purpose_everything_is_installed() -> None:
    named = {"chromium", "postgresql", "nginx", "libpango-1.0-0", "libreoffice-calc-nogui"}
    assert named | {"faketime"} <= set(system_packages().stdout.split())


def test_an_unknown_purpose_installs_nothing() -> None:
    told = system_packages("clock", "music")
    assert (told.returncode, told.stdout) == (1, "")
    assert 'no purpose "music"; expected browser, ' in told.stderr


def test_the_run_of_everything_installs_by_the_same_list() -> None:
    assert "make system-packages\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_dependencies_that_have_a_file_of_their_own_are_watched() -> None:
    told = yaml.safe_load((ROOT / ".github" / "dependabot.yml").read_text(encoding="utf-8"))
    watched = {
        (update["package-ecosystem"], folder)
        for update in told["updates"]
        for folder in update.get("directories", [update.get("directory")])
    }
    locks = {("npm", folder) for folder in folders_of("package.json")}
    images = {("docker", folder) for folder in folders_of("Dockerfile")}
    assert len(locks) == 3
    assert locks | images <= watched


def folders_of(name: str) -> list[str]:
    """Return the folders of ours that hold a file of that name."""
    parts = [ROOT / part for part in (".devcontainer", "diagrams", "examples", "tests")]
    found = [file.parent for part in parts for file in part.rglob(name)]
    ours = [folder for folder in found if "node_modules" not in folder.parts]
    return [f"/{folder.relative_to(ROOT).as_posix()}" for folder in ours]


def test_an_issue_is_opened_only_where_links_were_found_dead() -> None:
    jobs = read(ROOT / ".github" / "workflows" / "links.yml")["jobs"]
    (kept,) = [step for step in jobs["ask"]["steps"] if "upload-artifact" in step.get("uses", "")]
    assert kept["with"]["if-no-files-found"] == "ignore"  # without a network nobody was asked
    assert jobs["ask"]["outputs"]["dead"] == f"${{{{ steps.{kept['id']}.outputs.artifact-id }}}}"
    assert jobs["tell"]["if"] == "failure() && needs.ask.outputs.dead != ''"


@each_workflow
def test_no_command_holds_a_value_that_a_stranger_could_fill(file: Path) -> None:
    """Not even in quotes: make runs what it finds in the value of a variable."""
    commands = [step["run"].replace('"$GITHUB_STEP_SUMMARY"', "") for step in steps(read(file))
                if "run" in step]  # fmt: skip
    assert [command for command in commands if {*"$`;&<>"} & {*command}] == []


@each_workflow
def test_no_secret_is_needed(file: Path) -> None:
    assert "secrets." not in file.read_text(encoding="utf-8")


def test_what_runs_the_code_of_a_pull_request_holds_no_token_that_may_write() -> None:
    for file in WORKFLOWS:
        workflow = read(file)
        if "pull_request" in workflow["trigger"]:
            rights = [job["permissions"] for job in workflow["jobs"].values()]
            assert all(set(right.values()) <= {"read"} for right in rights), file
        assert "pull_request_target" not in workflow["trigger"]


def test_what_may_comment_never_checks_out_the_pull_request() -> None:
    workflow = read(ROOT / ".github" / "workflows" / "preview-comment.yml")
    (checkout,) = [s for s in steps(workflow) if "checkout" in s.get("uses", "")]
    assert set(checkout["with"]) == {"persist-credentials"}


def test_nothing_is_published_before_the_tests_pass() -> None:
    jobs = read(ROOT / ".github" / "workflows" / "publish.yml")["jobs"]
    assert jobs["test"]["uses"] == "$/.github/workflows/test.yml"
    assert (jobs["build"]["needs"], jobs["deploy"]["needs"]) == ("test", "build")


def test_the_site_is_built_on_three_systems_and_the_machinery_with_three_pythons() -> None:
    jobs = read(ROOT / ".github" / "workflows" / "test.yml")["jobs"]
    systems = {name.partition("-")[0] for name in jobs["site"]["strategy"]["matrix"]["os"]}
    assert systems == {"ubuntu", "macos", "windows"}
    assert jobs["machinery"]["strategy"]["matrix"]["python"] == ["3.12", "3.13", "3.14"]


def target(name: str) -> tuple[str, str]:
    """Return what a target of make needs, and its recipe."""
    found = re.search(rf"(?m)^{name}:(.*)\n((?:\t.*\n)+)", make_files())
    assert found, name
    return found[1], found[2]


def test_whatever_its_marks_are_a_test_runs_in_some_job() -> None:
    runs = " ".join(step.get("run", "") for step in steps(read(WORKFLOWS[-1])))
    recipes = "".join(target(name)[1] for name in re.findall(r"test-\w+", runs))
    chosen = re.findall(r'auto -m "?([^"\n]+)', recipes)
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    marks = [mark.partition(":")[0] for mark in listed["tool"]["pytest"]["ini_options"]["markers"]]
    for borne in product((False, True), repeat=len(marks)):
        test = dict(zip(marks, borne, strict=True))
        assert any(eval(choice, {}, test) for choice in chosen), test


def test_each_target_of_tests_sets_up_what_its_tests_need() -> None:
    assert "$(CARDS_READY)" in target("test-fast")[0]
    assert "$(BOOK_READY)" in target("test-book")[0]
    assert {"$(CARDS_READY)", "$(BOOK_READY)"} <= set(target("test")[0].split())


def test_what_is_published_has_its_book_its_copy_and_its_cards() -> None:
    needed, recipe = target("public")
    assert {"$(CARDS_READY)", "$(BOOK_READY)"} <= set(needed.split())
    assert re.findall(r"-m ([\w.]+(?: offline)?)", recipe) == [
        "builder", "builder offline", "book", "builder.cards",
    ]  # fmt: skip


def test_what_is_kept_between_runs_goes_by_the_lock_files_and_never_where_we_publish() -> None:
    action = yaml.safe_load(ACTIONS[0].read_text(encoding="utf-8"))
    (step,) = action["runs"]["steps"]
    assert step["with"]["cache-dependency-path"] == "requirements/*.txt"
    for name in ("publish", "release", "re-prove", "preview-comment"):
        workflow = read(ROOT / ".github" / "workflows" / f"{name}.yml")
        used = [s for s in steps(workflow) if s.get("uses", "").startswith("$/")]
        assert used
        assert all(s["with"]["keep"] == "false" for s in used), name
