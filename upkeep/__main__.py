"""The commands behind `make` that look after the published site: python -m upkeep COMMAND."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from macros import build_day, load
from macros.load import ROOT
from macros.problems import BadDataError
from macros.program import exit_code
from upkeep import github, snapshot

ARTIFACTS = ROOT / "artifacts"
REPORT, NUMBER = ARTIFACTS / "report" / "report.json", ARTIFACTS / "report" / "number"
REPROVED = ARTIFACTS / "reprove"
DEAD_LINKS = ARTIFACTS / "links" / "issue.md"
DEAD_LINKS_TITLE, LOST_QUOTES_TITLE = "Links that lead nowhere", "Quotations that are gone"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code, 1 for what went wrong, told in one line each."""
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.run
    try:
        return command(options)
    except (BadDataError, LookupError, github.GitHubError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m upkeep", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(
        name: str, run: Callable[[argparse.Namespace], int], about: str, *given: str
    ) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=about)
        command.set_defaults(run=run)
        for argument in given:
            command.add_argument(argument)
        return command

    add("new-row", _new_row, "ask five questions and write a row and its probe's skeleton")
    add("change-report", _change_report, "say in words what differs from a commit", "base")
    add("lint-prose", _lint_prose, "look for mistakes of grammar and spelling in all prose")
    add("budgets", _budgets_of, "note the budgets that the tests found broken")
    add("comment", _comment, "write the report under a pull request", "head")
    add("newest", _newest, "move the frameworks to their newest releases")
    add("reproved", _reproved, "write the texts about what a re-proof changed")
    add("open-reproved", _open_reproved, "open the pull request and the issue of a re-proof")
    add("links", _links, "ask the links to other sites whether they answer", "site")
    add("open-links", _open_links, "open the issue about dead links")
    add("compare-engines", _compare_engines, "compare two builds of the source", "ours", "theirs")
    add("release-notes", _release_notes, "print the notes of a release", "tag")
    add("twice", _twice, "build all that is published twice and compare every byte")
    release = add("release", _release, "publish a release of a pushed tag", "tag")
    release.add_argument("files", nargs="*", type=Path)
    return parser


def _new_row(_: argparse.Namespace) -> int:
    from upkeep import new_row

    try:
        files = new_row.write(new_row.asked(load.read(load.DATA), input, print))
    except new_row.UnfinishedError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    for file in files:
        print(f"Wrote {file.relative_to(ROOT).as_posix()}")
    print(f"Fill both in, then run `make prove ONLY={files[1].stem}` until it agrees.")
    return 0


def _change_report(options: argparse.Namespace) -> int:
    from upkeep import changes, report

    day = build_day()
    probes = snapshot.changed_files(options.base, "probes")
    told = changes.report(snapshot.at(options.base, day), snapshot.here(day), probes, _budgets())
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.write_text(told.model_dump_json(), encoding="utf-8")
    print(report.markdown(told), end="")
    return 0


def _lint_prose(_: argparse.Namespace) -> int:
    from upkeep import grammar, prose

    chosen = grammar.settings()
    made = grammar.checker(chosen)
    found = [fault for each in prose.everything() for fault in grammar.faults(made, each, chosen)]
    print("\n".join(found) or "No mistake was found in the prose.")
    return 1 if found else 0


def _budgets() -> list[str] | None:
    """Return the broken budgets that the check of the built site wrote; None if it never ran."""
    file = ARTIFACTS / "budgets.txt"
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else None


def _budgets_of(_: argparse.Namespace) -> int:
    from upkeep import budgets

    lines = budgets.broken((ARTIFACTS / "budgets.xml").read_text(encoding="utf-8"))
    (ARTIFACTS / "budgets.txt").write_text("".join(f"{line}\n" for line in lines), "utf-8")
    print("\n".join(lines) or "Every budget is kept.")
    return 0


def _comment(options: argparse.Namespace) -> int:
    from pydantic import ValidationError

    from upkeep import report

    try:
        told = report.Report.model_validate_json(REPORT.read_bytes())
    except (OSError, ValidationError) as error:
        reason = str(error).splitlines()[0]
        raise BadDataError(
            [f"{REPORT.name}:1: not a report: {reason}; nothing was written"]
        ) from None
    print(github.comment(_number(), options.head, report.markdown(told)))
    return 0


def _number() -> str:
    """Return what the foreign job noted as its number, which nobody may trust."""
    return NUMBER.read_bytes()[:20].decode(errors="replace").strip() if NUMBER.exists() else ""


def _newest(_: argparse.Namespace) -> int:
    from upkeep import newest

    print("\n".join(newest.move()) or "Every framework is at its newest release.")
    return 0


def _reproved(_: argparse.Namespace) -> int:
    from probes import quoting
    from upkeep import reprove

    day = build_day()
    old, new = snapshot.at("HEAD", day), snapshot.here(day)
    lost = reprove.lost_quotes(quoting.problems(new, load.row_lines()))
    texts = [
        ("title.txt", reprove.title(old, new)),
        ("pull-request.md", reprove.pull_request(old, new, _moved_packages())),
        ("issue.md", lost),
        ("change.patch", snapshot.patch(reprove.FOLDERS)),
    ]
    for file in reprove.write(REPROVED, texts):
        print(f"Wrote {file.relative_to(ROOT).as_posix()}")
    return 0


def _moved_packages() -> list[str]:
    """Return a line for each package that the locks pin otherwise than the last commit's."""
    from upkeep import locks

    names = snapshot.changed_files("HEAD", "requirements")
    before = snapshot.texts_at("HEAD", names)
    after = {name: _text(ROOT / name) for name in names}
    old, new = ({Path(name).stem: text for name, text in each.items()} for each in (before, after))
    return locks.moved(old, new)


def _open_reproved(_: argparse.Namespace) -> int:
    from upkeep import reprove

    if _text(REPROVED / "change.patch"):
        title = _text(REPROVED / "title.txt").strip()
        print(github.pull_request(reprove.BRANCH, title, _text(REPROVED / "pull-request.md")))
    else:
        print("Nothing moved and nothing changed; there is nothing to merge.")
    if lost := _text(REPROVED / "issue.md"):
        print(github.issue(LOST_QUOTES_TITLE, lost))
    return 0


def _links(options: argparse.Namespace) -> int:
    from upkeep import links, reprove

    found = links.external(Path(options.site), own=links.own_addresses())
    try:
        links.check_network(found)
    except links.OfflineError as error:
        DEAD_LINKS.unlink(missing_ok=True)  # of an earlier run
        print(error, file=sys.stderr)
        return 1
    answers = links.ask_all(found)
    told = links.text(found, answers)
    reprove.write(DEAD_LINKS.parent, [(DEAD_LINKS.name, told)])
    print(told or f"{len(found)} links to other sites, none of them dead.")
    return 1 if told else 0


def _open_links(_: argparse.Namespace) -> int:
    if told := _text(DEAD_LINKS):
        print(github.issue(DEAD_LINKS_TITLE, told))
    return 0


def _compare_engines(options: argparse.Namespace) -> int:
    from upkeep import twin

    ours, theirs = twin.pages(Path(options.ours)), twin.pages(Path(options.theirs))
    print(twin.report(ours, theirs, f"another engine into {options.theirs}"), end="")
    return 1 if twin.is_worse(ours, theirs) else 0


def _twice(_: argparse.Namespace) -> int:
    from upkeep import twice

    try:
        one, other = twice.both(ROOT, ARTIFACTS / "twice", tell=partial(print, flush=True))
    except twice.FailedError as error:
        print(error, file=sys.stderr)
        return 1
    found = twice.differences(one, other)
    print(twice.report(one, other, found), end="")
    return 1 if found else 0


def _release_notes(options: argparse.Namespace) -> int:
    from upkeep.notes import notes

    print(notes(options.tag), end="")
    return 0


def _release(options: argparse.Namespace) -> int:
    from upkeep.notes import notes

    print(github.release(options.tag, notes(options.tag), options.files))
    return 0


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.exists() else ""


if __name__ == "__main__":
    sys.exit(exit_code(main))
