"""Put a line break into a response header, as careless code does with user input."""

from typing import Any

VALUE = "en\r\nX-Injected: yes"


def fastapi_app() -> Any:
    """Return an application whose one page sets the header."""
    from fastapi import FastAPI, Response

    app = FastAPI()

    @app.get("/")
    def page() -> Response:
        return Response(headers={"Content-Language": VALUE})

    return app


def fastapi(serve) -> str:
    """Ask FastAPI on Uvicorn, because FastAPI hands the header to the server unchecked."""
    import httpx

    with serve.uvicorn(fastapi_app) as server:
        try:
            answer = httpx.get(server.url)
        except httpx.RemoteProtocolError:
            return "Uvicorn drops the connection"
    return "injected" if "x-injected" in answer.headers else "not injected"


def flask() -> str:
    """Set the header on a Flask response."""
    from flask import Response

    try:
        Response(headers={"Content-Language": VALUE})
    except ValueError:
        return "ValueError"
    return "accepted"


def django() -> str:
    """Set the header on a Django response."""
    from django.conf import settings
    from django.http import BadHeaderError, HttpResponse

    settings.configure()
    try:
        HttpResponse(headers={"Content-Language": VALUE})
    except BadHeaderError:
        return "BadHeaderError"
    return "accepted"
