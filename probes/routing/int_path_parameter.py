"""Ask an integer path parameter for a word, a number and a negative number."""


def fastapi() -> str:
    """Ask a FastAPI route whose parameter is an int for /items/abc, /items/7 and /items/-7."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    app = FastAPI()

    @app.get("/items/{number}")
    def item(number: int) -> int:
        return number

    client = TestClient(app)
    return "; ".join(
        f"{text} {client.get(f'/items/{text}').status_code}" for text in ("abc", "7", "-7")
    )


def flask() -> str:
    """Ask a Flask route with an int converter for /items/abc, /items/7 and /items/-7."""
    from flask import Flask

    app = Flask(__name__)

    @app.get("/items/<int:number>")
    def item(number: int) -> str:
        return str(number)

    client = app.test_client()
    return "; ".join(
        f"{text} {client.get(f'/items/{text}').status_code}" for text in ("abc", "7", "-7")
    )


def django() -> str:
    """Ask a Django path with an int converter for /items/abc, /items/7 and /items/-7."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    def item(request: HttpRequest, number: int) -> HttpResponse:
        return HttpResponse(str(number))

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        ROOT_URLCONF=(path("items/<int:number>", item),),
    )
    django.setup()
    return "; ".join(
        f"{text} {Client().get(f'/items/{text}').status_code}" for text in ("abc", "7", "-7")
    )
