"""Put an async hook before an async handler and compare the event loops of the two."""

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


def django() -> str:
    """Compare the event loops of an async middleware and of the view, over ASGI."""
    import asyncio

    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import AsyncClient
    from django.urls import path

    seen_by_view: list[object] = []

    async def page(request: HttpRequest) -> HttpResponse:
        seen_by_view.append(asyncio.get_running_loop())
        return HttpResponse("done")

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        MIDDLEWARE=[f"{__name__}.note_loop"],
        ROOT_URLCONF=(path("", page),),
    )
    django.setup()
    assert asyncio.run(AsyncClient().get("/")).status_code == 200
    return "same event loop" if seen_by_view == seen_by_middleware else "different event loops"
