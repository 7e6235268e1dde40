"""Ask for an unknown address and for a view that crashes, and read the content types."""


def fastapi() -> str:
    """Read what an unmodified FastAPI app answers to an unknown address and to a crash."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    app = FastAPI()

    @app.get("/crash")
    def crash() -> float:
        return 1 / 0

    client = TestClient(app, raise_server_exceptions=False)
    answers = (client.get(path) for path in ("/unknown", "/crash"))
    kinds = (f"{a.status_code} {a.headers['Content-Type'].split(';')[0]}" for a in answers)
    return "; ".join(kinds)


def flask() -> str:
    """Read what an unmodified Flask app answers to an unknown address and to a crash."""
    from flask import Flask

    app = Flask(__name__)
    app.logger.disabled = True

    @app.get("/crash")
    def crash() -> str:
        return str(1 / 0)

    client = app.test_client()
    answers = (client.get(path) for path in ("/unknown", "/crash"))
    return "; ".join(f"{answer.status_code} {answer.mimetype}" for answer in answers)


def django() -> str:
    """Read what Django with DEBUG off answers to an unknown address and to a crash."""
    import logging

    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    def crash(request: HttpRequest) -> HttpResponse:
        return HttpResponse(str(1 / 0))

    settings.configure(ALLOWED_HOSTS=["testserver"], ROOT_URLCONF=(path("crash", crash),))
    django.setup()
    logging.disable()
    client = Client(raise_request_exception=False)
    answers = (client.get(address) for address in ("/unknown", "/crash"))
    kinds = (f"{a.status_code} {a.headers['Content-Type'].split(';')[0]}" for a in answers)
    return "; ".join(kinds)
