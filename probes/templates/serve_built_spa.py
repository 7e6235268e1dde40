"""Ask for the start page, an asset, a client-side route and the API of a built frontend."""

from pathlib import Path

PATHS = ("/", "/assets/app.js", "/orders/7", "/api/ping")
BROWSER = {"Accept": "text/html"}


def fastapi(tmp_path: Path) -> str:
    """Serve the build folder with app.frontend() beside one API route."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "app.js").write_text("start()")
    (tmp_path / "index.html").write_text("<div id=root></div>")
    app = FastAPI()
    app.frontend("/", directory=tmp_path)

    @app.get("/api/ping")
    def ping() -> str:
        return "pong"

    client = TestClient(app)
    return " ".join(str(client.get(path, headers=BROWSER).status_code) for path in PATHS)


def flask(tmp_path: Path) -> str:
    """Serve the assets as the static folder and send index.html from a catch-all route."""
    from flask import Flask, Response, send_file

    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "app.js").write_text("start()")
    (tmp_path / "index.html").write_text("<div id=root></div>")

    def statuses(catch_all: bool) -> str:
        app = Flask(__name__, static_folder=tmp_path / "assets", static_url_path="/assets")
        app.add_url_rule("/api/ping", view_func=lambda: "pong", endpoint="ping")

        def index(page: str = "") -> Response:
            return send_file(tmp_path / "index.html")

        if catch_all:
            app.add_url_rule("/", view_func=index)
            app.add_url_rule("/<path:page>", view_func=index)
        client = app.test_client()
        return " ".join(str(client.get(path, headers=BROWSER).status_code) for path in PATHS)

    return f"{statuses(catch_all=False)}; with a catch-all route {statuses(catch_all=True)}"


def django(tmp_path: Path) -> str:
    """Serve the build folder with WhiteNoise, then add a catch-all route for index.html."""
    import django
    from django.conf import settings
    from django.http import FileResponse, HttpRequest, HttpResponse
    from django.test import Client, override_settings
    from django.urls import path

    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "app.js").write_text("start()")
    (tmp_path / "index.html").write_text("<div id=root></div>")

    def ping(request: HttpRequest) -> HttpResponse:
        return HttpResponse("pong")

    def index(request: HttpRequest, page: str = "") -> FileResponse:
        return FileResponse((tmp_path / "index.html").open("rb"))

    def statuses() -> str:
        client = Client(headers=BROWSER)
        return " ".join(str(client.get(address).status_code) for address in PATHS)

    api = path("api/ping", ping)
    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        MIDDLEWARE=["whitenoise.middleware.WhiteNoiseMiddleware"],
        ROOT_URLCONF=(api,),
        STATIC_URL="/static/",
        WHITENOISE_ROOT=tmp_path,
    )
    django.setup()
    without = statuses()
    with override_settings(ROOT_URLCONF=(api, path("", index), path("<path:page>", index))):
        return f"{without}; with a catch-all route {statuses()}"
