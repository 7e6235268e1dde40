"""Log one INFO and one WARNING from a view on a real server and read what the server prints."""

from typing import Any


def ask_and_read(running: Any) -> str:
    """Ask for the page and tell which of the two messages reached the output."""
    import httpx

    with running as server:
        httpx.get(server.url).raise_for_status()
        log = server.log()
    lines = [line for line in log.splitlines() if "cold" in line]
    shape = "with level" if any("WARNING" in line for line in lines) else "bare text"
    return f"INFO: {'yes' if 'warm' in log else 'no'}, WARNING: {shape if lines else 'no'}"


def fastapi_app() -> Any:
    """Return an application that logs through the standard library."""
    import logging

    from fastapi import FastAPI

    app = FastAPI()
    logger = logging.getLogger("shop")

    @app.get("/")
    def show() -> str:
        logger.info("warm")
        logger.warning("cold")
        return "ok"

    return app


def fastapi(serve: Any) -> str:
    """Log through logging.getLogger() under Uvicorn without any logging configuration."""
    return ask_and_read(serve.uvicorn(fastapi_app))


def flask_app() -> Any:
    """Return an application that logs through its own logger."""
    from flask import Flask

    app = Flask("shop")

    @app.get("/")
    def show() -> str:
        app.logger.info("warm")
        app.logger.warning("cold")
        return "ok"

    return app


def flask(serve: Any) -> str:
    """Log through app.logger under Gunicorn without any logging configuration."""
    return ask_and_read(serve.gunicorn(flask_app))


def django_app() -> Any:
    """Return an application that logs through the standard library."""
    import logging

    import django
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application
    from django.http import HttpRequest, HttpResponse
    from django.urls import path

    logger = logging.getLogger("shop")

    def show(request: HttpRequest) -> HttpResponse:
        logger.info("warm")
        logger.warning("cold")
        return HttpResponse("ok")

    settings.configure(ALLOWED_HOSTS=["127.0.0.1"], MIDDLEWARE=[], ROOT_URLCONF=(path("", show),))
    django.setup()
    return get_wsgi_application()


def django(serve: Any) -> str:
    """Log through logging.getLogger() under Gunicorn with Django's default LOGGING."""
    return ask_and_read(serve.gunicorn(django_app))
