"""Raise an exception of our own in a view and turn it into a 409 in one place."""


def fastapi() -> str:
    """Register an exception handler for one exception class in FastAPI."""
    from fastapi import FastAPI, Request
    from fastapi.responses import JSONResponse
    from fastapi.testclient import TestClient

    class OutOfStock(Exception):
        pass

    app = FastAPI()

    @app.exception_handler(OutOfStock)
    def conflict(request: Request, error: OutOfStock) -> JSONResponse:
        return JSONResponse({"error": "out of stock"}, status_code=409)

    @app.get("/")
    def buy() -> None:
        raise OutOfStock

    response = TestClient(app).get("/")
    return f"{response.status_code} {response.headers['Content-Type']}"


def flask() -> str:
    """Register an error handler for one exception class in Flask."""
    from flask import Flask

    class OutOfStock(Exception):
        pass

    app = Flask(__name__)

    @app.errorhandler(OutOfStock)
    def conflict(error: OutOfStock) -> tuple[dict[str, str], int]:
        return {"error": "out of stock"}, 409

    @app.get("/")
    def buy() -> str:
        raise OutOfStock

    response = app.test_client().get("/")
    return f"{response.status_code} {response.headers['Content-Type']}"


class OutOfStock(Exception):
    """The exception that the Django middleware below turns into a response."""


class Conflicts:
    """A Django middleware that answers OutOfStock with 409."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Pass every request on."""
        return self.get_response(request)

    def process_exception(self, request, exception):
        """Answer OutOfStock; leave every other exception alone."""
        from django.http import JsonResponse

        if isinstance(exception, OutOfStock):
            return JsonResponse({"error": "out of stock"}, status=409)
        return None


def django() -> str:
    """Turn one exception class into a response in a Django middleware's process_exception."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    def buy(request: HttpRequest) -> HttpResponse:
        raise OutOfStock

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        MIDDLEWARE=[f"{__name__}.Conflicts"],
        ROOT_URLCONF=(path("", buy),),
    )
    django.setup()
    response = Client().get("/")
    return f"{response.status_code} {response.headers['Content-Type']}"
