"""How a row is served: the servers with their options, and a row with all that runs it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypedDict, Unpack

from macros.runs import BenchRow

FLASK = "https://flask.palletsprojects.com/en/stable/"
DJANGO = "https://docs.djangoproject.com/en/6.1/"
FASTAPI = "https://fastapi.tiangolo.com/"
BASIC = {"hello", "wait", "cpu", "workers"}  # scenarios of the applications without data

DATA_SETTINGS = "django_data_settings"


@dataclass(frozen=True)
class Server:
    """A server with its options; ``arguments`` follow ``python -m``."""

    name: str
    interface: str
    arguments: tuple[str, ...]
    deviations: tuple[str, ...] = ()
    slots: int | None = None

    def with_workers(self, workers: int) -> Server:
        """Return the same server with that many worker processes."""
        deviations = (*self.deviations, f"{workers} workers", "on the generator's core too")
        return replace(
            self,
            name=f"{self.name}, {workers} workers",
            arguments=(*self.arguments, f"--workers={workers}"),
            deviations=deviations,
        )


def _gunicorn(name: str, slots: int, *options: str) -> Server:
    arguments = ("gunicorn", "--no-control-socket", "--bind=127.0.0.1:{port}", *options)
    return Server(f"Gunicorn {name}", "wsgi", arguments, ("no control socket", *options), slots)


def _granian(interface: str) -> Server:
    arguments = ("granian", f"--interface={interface}", "--log-level=warning", "--port={port}")
    return Server(f"Granian {interface.upper()}", interface, arguments, ("warnings only",))


GTHREAD_4 = _gunicorn("gthread 4", 4, "--worker-class=gthread", "--threads=4")
GTHREAD_100 = _gunicorn("gthread 100", 100, "--worker-class=gthread", "--threads=100")
SYNC = _gunicorn("sync", 1)
GRANIAN_WSGI = _granian("wsgi")
GRANIAN_ASGI = _granian("asgi")
UVICORN = Server(
    "Uvicorn",
    "asgi",
    ("uvicorn", "--no-access-log", "--log-level=warning", "--port={port}"),
    ("no access log", "uvloop and httptools installed"),
)
TARGETS = {
    "flask": {"wsgi": "{app}:app"},
    "fastapi": {"asgi": "{app}:app"},
    "django": {"wsgi": "django_wsgi:application", "asgi": "django_asgi:application"},
}


@dataclass(frozen=True)
class Job:
    """A row with all that is needed to run it and to know a right answer."""

    row: BenchRow
    arguments: tuple[str, ...]
    settings: str | None = None
    method: str = "GET"

    @property
    def server_key(self) -> tuple[str, ...]:
        """Return what must be equal for two jobs to share one running server."""
        label = "again" if self.row.id.endswith("_again") else ""
        return (*self.arguments, self.settings or "", label)


class Choice(TypedDict, total=False):
    """What a row may choose beside framework, server and route."""

    extra: str
    settings: str
    deviations: tuple[str, ...]
    method: str
    workers: int
    slots: int


def job(
    scenario: str, name: str, framework: str, server: Server, app: str, path: str,
    handler: str, tutorial: str, **choice: Unpack[Choice],
) -> Job:  # fmt: skip
    """Return a row of any application, whose ``tutorial`` may be a package's."""
    settings = choice.get("settings")
    target = TARGETS[framework][server.interface].format(app=app)
    arguments = (*server.arguments, target)
    shown = f"DJANGO_SETTINGS_MODULE={settings} " if settings else ""
    row = BenchRow(
        id=f"{scenario}_{name}", scenario=scenario, framework=framework, server=server.name,
        handler=handler, extra=choice.get("extra"),
        deviations=(*server.deviations, *choice.get("deviations", ())),
        source=f"benchmarks/apps/{app}.py", tutorial=tutorial, path=path,
        command=f"{shown}python -m {' '.join(arguments)}", workers=choice.get("workers", 1),
        slots=choice.get("slots", server.slots),
    )  # fmt: skip
    return Job(row, arguments, settings, choice.get("method", "GET"))


def flask(
    scenario: str, name: str, server: Server, path: str, page: str, **choice: Unpack[Choice]
) -> Job:
    """Return a row of Flask; ``page`` is its tutorial below Flask's documentation."""
    app = "flask_basic" if scenario in BASIC else "flask_data"
    return job(scenario, name, "flask", server, app, path, "def", FLASK + page, **choice)


def django(
    scenario: str, name: str, server: Server, path: str, page: str, handler: str = "def",
    **choice: Unpack[Choice],
) -> Job:  # fmt: skip
    """Return a row of Django, whose tutorial is ``page`` below Django's documentation."""
    app = "django_basic" if scenario in BASIC else "django_data"
    choice.setdefault("settings", "django_settings" if scenario in BASIC else DATA_SETTINGS)
    return job(scenario, name, "django", server, app, path, handler, DJANGO + page, **choice)


def fastapi(
    scenario: str, name: str, server: Server, path: str, page: str, handler: str,
    **choice: Unpack[Choice],
) -> Job:  # fmt: skip
    """Return a row of FastAPI, whose tutorial is ``page`` below FastAPI's documentation."""
    app = "fastapi_basic" if scenario in BASIC else "fastapi_data"
    return job(scenario, name, "fastapi", server, app, path, handler, FASTAPI + page, **choice)
