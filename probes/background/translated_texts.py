"""Put a German catalog beside an application and ask for a page in German and in English."""

from pathlib import Path


def write_catalog(folder: Path, domain: str) -> None:
    """Write and compile a German catalog with one text."""
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo

    catalog = Catalog(locale="de")
    catalog.add("Good morning", "Guten Morgen")
    target = folder / "de" / "LC_MESSAGES" / f"{domain}.mo"
    target.parent.mkdir(parents=True)
    with target.open("wb") as file:
        write_mo(file, catalog)


def fastapi(tmp_path: Path) -> str:
    """Mark a text with fastapi-babel and ask for it with two Accept-Language headers."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient
    from fastapi_babel import Babel, BabelConfigs, BabelMiddleware, _

    write_catalog(tmp_path / "lang", "messages")
    configs = BabelConfigs(
        ROOT_DIR=tmp_path / "app.py",
        BABEL_DEFAULT_LOCALE="en",
        BABEL_TRANSLATION_DIRECTORY="lang",
    )
    Babel(configs)
    app = FastAPI()
    app.add_middleware(BabelMiddleware, babel_configs=configs)
    app.add_api_route("/", lambda: _("Good morning"))
    client = TestClient(app)
    german = client.get("/", headers={"Accept-Language": "de"}).json()
    english = client.get("/", headers={"Accept-Language": "en"}).json()
    return f"fastapi-babel: {german} / {english}"


def flask(tmp_path: Path) -> str:
    """Mark a text with Flask-Babel and ask for it with two Accept-Language headers."""
    from flask import Flask, request
    from flask_babel import Babel, gettext

    write_catalog(tmp_path / "translations", "messages")
    app = Flask(__name__, root_path=str(tmp_path))
    Babel(app, locale_selector=lambda: request.accept_languages.best_match(["en", "de"]))
    app.add_url_rule("/", view_func=lambda: gettext("Good morning"))
    client = app.test_client()
    german = client.get("/", headers={"Accept-Language": "de"}).text
    english = client.get("/", headers={"Accept-Language": "en"}).text
    return f"Flask-Babel: {german} / {english}"


def django(tmp_path: Path) -> str:
    """Mark a text with gettext() behind LocaleMiddleware and ask for it in two languages."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path
    from django.utils.translation import gettext

    write_catalog(tmp_path, "django")

    def greet(request: HttpRequest) -> HttpResponse:
        return HttpResponse(gettext("Good morning"))

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        LOCALE_PATHS=[tmp_path],
        MIDDLEWARE=["django.middleware.locale.LocaleMiddleware"],
        ROOT_URLCONF=(path("", greet),),
    )
    django.setup()
    client = Client()
    german = client.get("/", headers={"Accept-Language": "de"}).text
    english = client.get("/", headers={"Accept-Language": "en"}).text
    return f"{german} / {english}"
