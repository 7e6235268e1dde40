"""Start work in a view, hold the work back, and see whether the client has its answer already."""

import time
from typing import Any


def watch(url: str) -> str:
    """Ask for the work, look, release the work, and look again until it is done."""
    import httpx

    status = httpx.get(url).status_code
    before = httpx.get(f"{url}/finished").text
    httpx.get(f"{url}/release")
    deadline = time.monotonic() + 10
    while httpx.get(f"{url}/finished").text == before and time.monotonic() < deadline:
        time.sleep(0.05)
    after = httpx.get(f"{url}/finished").text
    return f"{status} received: {before} jobs done; a moment later: {after}"


def fastapi_app() -> Any:
    """Return an application whose view adds a background task."""
    from threading import Event

    from fastapi import BackgroundTasks, FastAPI

    app = FastAPI()
    release, finished = Event(), []

    def work() -> None:
        release.wait(10)
        finished.append("done")

    @app.get("/")
    def start(tasks: BackgroundTasks) -> str:
        tasks.add_task(work)
        return "accepted"

    app.add_api_route("/release", release.set)
    app.add_api_route("/finished", lambda: len(finished))
    return app


def fastapi(serve: Any) -> str:
    """Add a task to BackgroundTasks on Uvicorn and look before and after it may go on."""
    with serve.uvicorn(fastapi_app) as server:
        return watch(server.url)


def flask_app() -> Any:
    """Return an application whose view adds a call to the closing of its response."""
    from threading import Event

    from flask import Flask, Response

    app = Flask(__name__)
    release, finished = Event(), []

    def work() -> None:
        release.wait(10)
        finished.append("done")

    @app.get("/")
    def start() -> Response:
        response = Response("accepted")
        response.call_on_close(work)
        return response

    @app.get("/release")
    def let_go() -> str:
        release.set()
        return ""

    app.add_url_rule("/finished", view_func=lambda: str(len(finished)))
    return app


def flask(serve: Any) -> str:
    """Use call_on_close() under Gunicorn with threads and look before and after it may go on."""
    with serve.gunicorn(flask_app, "--threads=4") as server:
        return watch(server.url)


def django_app() -> Any:
    """Return an application whose view answers with a response that works when it is closed."""
    from threading import Event

    import django
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application
    from django.http import HttpRequest, HttpResponse
    from django.urls import path

    release, finished = Event(), []

    class WorkAfterwards(HttpResponse):
        def close(self) -> None:
            super().close()
            release.wait(10)
            finished.append("done")

    def let_go(request: HttpRequest) -> HttpResponse:
        release.set()
        return HttpResponse()

    settings.configure(
        ALLOWED_HOSTS=["127.0.0.1"],
        MIDDLEWARE=[],
        ROOT_URLCONF=(
            path("", lambda request: WorkAfterwards("accepted")),
            path("release", let_go),
            path("finished", lambda request: HttpResponse(len(finished))),
        ),
    )
    django.setup()
    return get_wsgi_application()


def django(serve: Any) -> str:
    """Override HttpResponse.close() under Gunicorn and look before and after it may go on."""
    with serve.gunicorn(django_app, "--threads=4") as server:
        return watch(server.url)
