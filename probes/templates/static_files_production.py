"""Ask for a static file with debug off."""

from pathlib import Path


def fastapi(tmp_path: Path) -> str:
    """Ask a FastAPI application that mounts StaticFiles."""
    from fastapi import FastAPI
    from fastapi.staticfiles import StaticFiles
    from fastapi.testclient import TestClient

    (tmp_path / "site.css").write_text("p {}")
    app = FastAPI(debug=False)
    app.mount("/static", StaticFiles(directory=tmp_path))
    return str(TestClient(app).get("/static/site.css").status_code)


def flask(tmp_path: Path) -> str:
    """Ask a Flask application whose debug mode is off."""
    from flask import Flask

    (tmp_path / "site.css").write_text("p {}")
    app = Flask(__name__, static_folder=tmp_path, static_url_path="/static")
    app.debug = False
    return str(app.test_client().get("/static/site.css").status_code)


def django(tmp_path: Path) -> str:
    """Ask Django with DEBUG = False, bare and then with WhiteNoise in MIDDLEWARE."""
    import django
    from django.conf import settings
    from django.test import Client, override_settings

    (tmp_path / "site.css").write_text("p {}")
    settings.configure(
        DEBUG=False,
        ALLOWED_HOSTS=["testserver"],
        INSTALLED_APPS=["django.contrib.staticfiles"],
        ROOT_URLCONF=(),
        STATIC_ROOT=tmp_path,
        STATIC_URL="/static/",
    )
    django.setup()
    bare = Client().get("/static/site.css").status_code
    with override_settings(MIDDLEWARE=["whitenoise.middleware.WhiteNoiseMiddleware"]):
        added = Client().get("/static/site.css").status_code
    return f"{bare}; with WhiteNoise {added}"
