"""The topics of the examples: their files, their words, and the commands that run them.

A topic is a folder ``examples/<topic>/`` with a ``topic.json``. How each program is started
is said once, by the constants of the topic's test: the fixture runs these commands, and the
page prints them.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from pydantic import Field

from macros import reading
from macros.fields import Record
from macros.load import FrameworkNames

ROOT = Path(__file__).resolve().parents[1]
FRAMEWORKS = FrameworkNames(imported=True)
CONSTANTS = ("COMMANDS", "SETUP", "WORKERS", "ENVIRONMENT", "FASTER")
LANGUAGES = {
    ".py": "python", ".js": "javascript", ".css": "css", ".json": "json", ".toml": "toml",
    ".ini": "ini", ".sh": "sh", ".yml": "yaml", ".sql": "sql", ".html": "html+jinja",
    ".mako": "mako",
}  # fmt: skip
# Topics in the order in which a beginner needs them; others follow by name.
ORDER = (
    "hello_routing", "path_and_query", "json_body", "response_shaping", "forms_csrf",
    "templates_inheritance", "static_frontend", "error_pages", "middleware", "configuration",
    "dependency_injection", "sql_crud_migrations", "relations_n_plus_one",
    "pagination_filtering", "login_sessions", "bearer_tokens", "permissions", "admin_interface",
    "file_upload", "background_work", "scheduled_work", "websockets", "server_sent_events",
    "streaming_response", "slow_services", "caching", "rate_limiting", "logging_tracing",
    "openapi_client", "testing_fixtures", "large_layout", "deployment",
)  # fmt: skip


_EXPECTED = "expected title, task, packages, assembled and notes as text; correct it"


class Words(Record):
    """What ``topic.json`` says of a topic; lists by framework, notes by file."""

    title: str
    task: str
    packages: dict[str, tuple[str, ...]]
    assembled: dict[str, tuple[str, ...]]
    notes: dict[str, tuple[str, ...]] = Field(default_factory=dict)


class UnknownTopicError(LookupError):
    """A page asks for an example that is not there."""


@dataclass(frozen=True)
class Commands:
    """What is run for one framework, without the leading ``python``.

    ``{topic}`` stands for the topic's folder, ``{folder}`` for an empty folder to work in,
    ``{port}`` for a free port.
    """

    setup: list[list[str]]
    workers: list[list[str]]
    serve: list[str]


@dataclass(frozen=True)
class Topic:
    """One task with its three programs."""

    folder: Path

    @property
    def id(self) -> str:
        """Return the name of the folder."""
        return self.folder.name

    @cached_property
    def words(self) -> Words:
        """Return what ``topic.json`` says; raises BadDataError for a bad one."""
        return reading.record(Words, self.folder / "topic.json", _EXPECTED)

    @property
    def title(self) -> str:
        """Return the title."""
        return self.words.title

    @cached_property
    def constants(self) -> dict[str, Any]:
        """Return the constants of the topic's test that say how its programs are started."""
        test = self.folder / f"test_{self.id}.py"
        return dict(_constants(ast.parse(test.read_text("utf-8"))))

    @property
    def environment(self) -> dict[str, str]:
        """Return the variables that the programs are started with, beside the usual ones."""
        return dict(self.constants.get("ENVIRONMENT", {}))

    @property
    def faster(self) -> dict[str, str]:
        """Return the variables that only the tests set, so that they need not wait."""
        return dict(self.constants.get("FASTER", {}))

    def files(self, framework: str) -> list[Path]:
        """Return what readers see of one program: the main file first, no empty file."""
        shown = self._shown.get(framework, [])
        main = self.folder / f"{framework}_app.py"
        return sorted(shown, key=lambda path: (path != main, path.suffix != ".py"))

    @cached_property
    def _shown(self) -> dict[str, list[Path]]:
        """The files of each program that have a language and are not empty."""
        found: dict[str, list[Path]] = {}
        for path in sorted(self.folder.rglob("*")):
            owner = path.relative_to(self.folder).parts[0].partition("_")[0]
            if path.suffix in LANGUAGES and path.is_file() and path.stat().st_size:
                found.setdefault(owner, []).append(path)
        return found

    def packages(self, framework: str) -> list[str]:
        """Return the packages beyond the framework's own, as ``topic.json`` lists them."""
        return list(self.words.packages.get(framework, ()))

    def assembled(self, framework: str) -> list[str]:
        """Return what the program's author had to put together."""
        return list(self.words.assembled.get(framework, ()))

    def notes(self, file: str) -> list[str]:
        """Return the explanations of a file's numbered markers."""
        return list(self.words.notes.get(file, ()))

    def lines(self, framework: str) -> int:
        """Return the lines of all files of one program that are neither blank nor comment."""
        return sum(code_lines(path) for path in self.files(framework))


def topics(root: Path = ROOT) -> list[Topic]:
    """Return the topics in the order of the book."""
    found = {path.parent.name: Topic(path.parent) for path in root.glob("examples/*/topic.json")}
    known = [found.pop(name) for name in ORDER if name in found]
    return [*known, *(found[name] for name in sorted(found))]


def topic(topic_id: str, root: Path = ROOT) -> Topic:
    """Return one topic; raises UnknownTopicError with the nearest name."""
    known = {one.id: one for one in topics(root)}
    if topic_id not in known:
        raise UnknownTopicError(unknown(topic_id, known))
    return known[topic_id]


def commands(one: Topic, framework: str) -> Commands:
    """Return what is run for a framework: the test's own words, else the usual commands."""

    def said(constant: str, usual: Any) -> Any:
        return one.constants.get(constant, {}).get(framework, usual)

    serve = said("COMMANDS", None) or _usual_command(one.folder, framework)
    return Commands(said("SETUP", _usual_setup(one.folder, framework)), said("WORKERS", []), serve)


def code_lines(path: Path) -> int:
    """Return the lines that are neither blank nor comment nor docstring."""
    return _counted(path, path.read_text("utf-8"))


@cache  # the table of all tasks asks for each file again
def _counted(path: Path, text: str) -> int:
    lines = text.splitlines()
    skipped = _docstring_lines(text) if path.suffix == ".py" else set()
    return sum(
        1 for number, line in enumerate(lines, 1)
        if line.strip() and number not in skipped
        and not (path.suffix == ".py" and line.lstrip().startswith("#"))
    )  # fmt: skip


def unknown(topic_id: str, known: dict[str, Topic]) -> str:
    """Return the message about a topic that is not there."""
    near = get_close_matches(topic_id, known, n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known) or 'none'}"
    return f"no example {topic_id!r}; expected the name of a folder in examples/; {hint}"


def _constants(tree: ast.Module) -> Iterator[tuple[str, Any]]:
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if name in CONSTANTS:
                yield name, ast.literal_eval(value)


def _usual_command(folder: Path, framework: str) -> list[str]:
    target = _target(folder, framework)
    if framework == "fastapi" or _speaks_asgi(folder, framework):
        path = f"--app-dir={_import_folder(folder, framework)}"
        return ["-m", "uvicorn", path, "--port={port}", target]
    path = f"--pythonpath={_import_folder(folder, framework)}"
    return ["-m", "gunicorn", path, "--bind=127.0.0.1:{port}", "--threads=8", target]


def _usual_setup(folder: Path, framework: str) -> list[list[str]]:
    """Return Django's own check, the first thing that one runs in a project."""
    if framework != "django":
        return []
    single = (folder / "django_app.py").is_file()
    return [["{topic}/django_app.py" if single else "{topic}/django_project/manage.py", "check"]]


def _target(folder: Path, framework: str) -> str:
    if framework == "django":
        single = (folder / "django_app.py").is_file()
        return "django_app:application" if single else f"{_project_module(folder)}:application"
    inner = ".main" if (folder / f"{framework}_app" / "main.py").is_file() else ""
    main = folder / f"{framework}_app.py"
    package = folder / f"{framework}_app" / ("main.py" if inner else "__init__.py")
    text = text_of(main) or text_of(package)
    name = "create_app()" if "def create_app(" in text else "app"
    return f"{framework}_app{inner}:{name}"


def _project_module(folder: Path) -> str:
    found = sorted(folder.glob("django_project/*/wsgi.py")) or sorted(
        folder.glob("django_project/*/asgi.py")
    )
    return f"{found[0].parent.name}.{found[0].stem}" if found else "config.wsgi"


def _import_folder(folder: Path, framework: str) -> str:
    project = framework == "django" and not (folder / "django_app.py").is_file()
    return "{topic}/django_project" if project else "{topic}"


def _speaks_asgi(folder: Path, framework: str) -> bool:
    if framework != "django":
        return False
    text = text_of(folder / "django_app.py")
    return "get_asgi_application" in text if text else _project_module(folder).endswith("asgi")


def text_of(path: Path) -> str:
    """Return what a file says, nothing where there is none."""
    return path.read_text("utf-8") if path.is_file() else ""


def _docstring_lines(text: str) -> set[int]:
    lines: set[int] = set()
    for node in ast.walk(ast.parse(text)):
        match node:
            case (
                ast.Module(body=[ast.Expr(value=ast.Constant(value=str())) as first, *_])
                | ast.ClassDef(body=[ast.Expr(value=ast.Constant(value=str())) as first, *_])
                | ast.FunctionDef(body=[ast.Expr(value=ast.Constant(value=str())) as first, *_])
                | ast.AsyncFunctionDef(
                    body=[ast.Expr(value=ast.Constant(value=str())) as first, *_]
                )
            ):
                lines |= set(range(first.lineno, (first.end_lineno or first.lineno) + 1))
    return lines
