"""Start a thread in a handler and read the request from there."""


def fastapi() -> str:
    """Read the path of the request in a thread that got the request as an argument."""
    from concurrent.futures import ThreadPoolExecutor

    from fastapi import FastAPI, Request
    from fastapi.testclient import TestClient

    app = FastAPI()

    @app.get("/page")
    def read(request: Request) -> str:
        with ThreadPoolExecutor() as pool:
            return pool.submit(lambda: request.url.path).result()

    return f"the thread read {TestClient(app).get('/page').json()}"


def flask() -> str:
    """Read the path of the global `request` in a thread, bare and with the context copied."""
    from concurrent.futures import ThreadPoolExecutor

    from flask import Flask, copy_current_request_context, request

    app = Flask(__name__)
    app.testing = True

    def path() -> str:
        return request.path

    @app.get("/page")
    def read() -> str:
        with ThreadPoolExecutor() as pool:
            return pool.submit(path).result()

    @app.get("/copied")
    def read_copied() -> str:
        with ThreadPoolExecutor() as pool:
            return pool.submit(copy_current_request_context(path)).result()

    try:
        bare = app.test_client().get("/page").text
    except RuntimeError as error:
        bare = type(error).__name__
    copied = app.test_client().get("/copied").text
    return f"{bare}; with the context copied the thread read {copied}"


def django() -> str:
    """Read the path of the request in a thread that got the request as an argument."""
    from concurrent.futures import ThreadPoolExecutor

    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    def read(request: HttpRequest) -> HttpResponse:
        with ThreadPoolExecutor() as pool:
            return HttpResponse(pool.submit(lambda: request.path).result())

    settings.configure(ALLOWED_HOSTS=["testserver"], ROOT_URLCONF=(path("page", read),))
    django.setup()
    return f"the thread read {Client().get('/page').text}"
