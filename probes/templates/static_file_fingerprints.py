"""Make the public address of a static file and see whether it changes with the content."""

from pathlib import Path


def fastapi(tmp_path: Path) -> str:
    """Read the address that a StaticFiles mount gives to the file."""
    from fastapi import FastAPI
    from fastapi.staticfiles import StaticFiles

    app = FastAPI()
    app.mount("/static", StaticFiles(directory=tmp_path), name="static")
    (tmp_path / "site.css").write_text("p {}")
    return str(app.url_path_for("static", path="site.css"))


def flask(tmp_path: Path) -> str:
    """Read the address that url_for gives to the file."""
    from flask import Flask, url_for

    app = Flask(__name__, static_folder=tmp_path, static_url_path="/static")
    (tmp_path / "site.css").write_text("p {}")
    with app.test_request_context():
        return url_for("static", filename="site.css")


def django(tmp_path: Path) -> str:
    """Run collectstatic with ManifestStaticFilesStorage and read the address of the file."""
    import django
    from django.conf import settings
    from django.core.management import call_command
    from django.templatetags.static import static

    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "site.css").write_text("p {}")
    storage = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
    settings.configure(
        INSTALLED_APPS=["django.contrib.staticfiles"],
        STATICFILES_DIRS=[tmp_path / "assets"],
        STATIC_ROOT=tmp_path / "collected",
        STATIC_URL="/static/",
        STORAGES={"staticfiles": {"BACKEND": storage}},
    )
    django.setup()
    call_command("collectstatic", interactive=False)
    return static("site.css")
