"""Put an async hook before an async handler and compare the event loops of the two."""

from collections.abc import Callable, Iterator
from typing import Any


def fastapi() -> str:
    """Compare the event loops of an HTTP middleware and of the handler."""
    import asyncio
    from collections.abc import Awaitable, Callable

    from fastapi import FastAPI, Request, Response
    from fastapi.testclient import TestClient

    app = FastAPI()
    loops: list[asyncio.AbstractEventLoop] = []

    @app.middleware("http")
    async def note(
        request: Request, call_next: Callable[[Request], Awaitable[Response]]
    ) -> Response:
        loops.append(asyncio.get_running_loop())
        return await call_next(request)

    @app.get("/")
    async def page() -> str:
        loops.append(asyncio.get_running_loop())
        return "done"

    TestClient(app).get("/").raise_for_status()
    return "same event loop" if loops[0] is loops[1] else "different event loops"


def flask() -> str:
    """Compare the event loops of an async `before_request` function and of the view."""
    import asyncio

    from flask import Flask

    app = Flask(__name__)
    loops: list[asyncio.AbstractEventLoop] = []

    @app.before_request
    async def note() -> None:
        loops.append(asyncio.get_running_loop())

    @app.get("/")
    async def page() -> str:
        loops.append(asyncio.get_running_loop())
        return "done"

    assert app.test_client().get("/").status_code == 200
    return "same event loop" if loops[0] is loops[1] else "different event loops"


seen_by_middleware: list[object] = []


def note_loop(get_response: Any) -> Any:
    """Wrap the next layer of Django in an async function that notes its event loop."""
    import asyncio

    async def middleware(request: Any) -> Any:
        seen_by_middleware.append(asyncio.get_running_loop())
        return await get_response(request)

    return middleware


note_loop.async_capable = True
note_loop.sync_capable = False


threads_of_hooks: list[int] = []


def defaults() -> list[str]:
    """Return the middleware that `startproject` writes into the settings."""
    import re
    from pathlib import Path

    from django import conf

    template = Path(conf.__file__).parent / "project_template/project_name/settings.py-tpl"
    return re.findall(r"django\.\S+Middleware", template.read_text(encoding="utf-8"))


def noting_thread(hook: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap a hook of a middleware so that it notes the thread it runs in."""
    import threading

    def noted(*arguments: Any) -> Any:
        threads_of_hooks.append(threading.get_ident())
        return hook(*arguments)

    return noted


def hooks_of_defaults() -> Iterator[tuple[type, str]]:
    """Yield the class and the name of each hook of the middleware of a new project."""
    from django.utils.module_loading import import_string

    for path in defaults():
        middleware = import_string(path)
        for name in ("process_request", "process_response"):
            if hasattr(middleware, name):
                yield middleware, name


def django() -> str:
    """Compare the loops of an async middleware and of the view; note the default hooks' threads."""
    import asyncio
    import threading

    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import AsyncClient
    from django.urls import path

    seen_by_view: list[object] = []

    async def page(request: HttpRequest) -> HttpResponse:
        seen_by_view.append(asyncio.get_running_loop())
        return HttpResponse("done")

    apps = ("auth", "contenttypes", "messages", "sessions")
    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        INSTALLED_APPS=[f"django.contrib.{name}" for name in apps],
        MIDDLEWARE=[*defaults(), f"{__name__}.note_loop"],
        ROOT_URLCONF=(path("", page),),
        SECRET_KEY="for this probe",
    )
    django.setup()
    for middleware, name in hooks_of_defaults():
        setattr(middleware, name, noting_thread(getattr(middleware, name)))
    assert asyncio.run(AsyncClient().get("/")).status_code == 200
    assert len(threads_of_hooks) >= len(defaults()) == 7
    loops = "same event loop" if seen_by_view == seen_by_middleware else "different event loops"
    outside = threading.get_ident() not in threads_of_hooks
    return f"{loops}; default hooks in {'a thread' if outside else 'the loop'}"
