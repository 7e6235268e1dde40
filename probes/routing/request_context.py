"""Let a function that is not handed the request read it, in two overlapping requests."""

from contextvars import ContextVar

CURRENT = ContextVar("current request")


def fastapi() -> str:
    """Keep the current request in a ContextVar that a middleware of our own fills."""
    import asyncio

    import httpx
    from fastapi import FastAPI, Request

    app = FastAPI()
    both_are_in = asyncio.Barrier(2)

    @app.middleware("http")
    async def remember(request: Request, call_next):
        CURRENT.set(request)
        return await call_next(request)

    def name_from_anywhere() -> str:
        return CURRENT.get().query_params["name"]

    @app.get("/")
    async def index() -> str:
        await both_are_in.wait()
        return name_from_anywhere()

    async def ask_both() -> list[httpx.Response]:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://testserver") as client:
            return await asyncio.gather(client.get("/?name=ann"), client.get("/?name=bob"))

    seen = " ".join(response.json() for response in asyncio.run(ask_both()))
    return f"with a ContextVar of our own: {seen}"


def flask() -> str:
    """Read flask.request in a helper while two requests overlap in two threads."""
    from concurrent.futures import ThreadPoolExecutor
    from threading import Barrier

    from flask import Flask, request

    app = Flask(__name__)
    both_are_in = Barrier(2, timeout=10)

    def name_from_anywhere() -> str:
        return request.args["name"]

    @app.get("/")
    def index() -> str:
        both_are_in.wait()
        return name_from_anywhere()

    def ask(name: str) -> str:
        return app.test_client().get("/", query_string={"name": name}).text

    with ThreadPoolExecutor(2) as pool:
        return " ".join(pool.map(ask, ("ann", "bob")))


def remember(get_response):
    """Keep the current Django request in a ContextVar."""

    def middleware(request):
        CURRENT.set(request)
        return get_response(request)

    return middleware


def django() -> str:
    """Keep Django's current request in a ContextVar while two requests overlap in two threads."""
    from concurrent.futures import ThreadPoolExecutor
    from threading import Barrier

    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    both_are_in = Barrier(2, timeout=10)

    def name_from_anywhere() -> str:
        return CURRENT.get().GET["name"]

    def index(request: HttpRequest) -> HttpResponse:
        both_are_in.wait()
        return HttpResponse(name_from_anywhere())

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        MIDDLEWARE=[f"{__name__}.remember"],
        ROOT_URLCONF=(path("", index),),
    )
    django.setup()

    def ask(name: str) -> str:
        return Client().get("/", {"name": name}).text

    with ThreadPoolExecutor(2) as pool:
        return f"with a ContextVar of our own: {' '.join(pool.map(ask, ('ann', 'bob')))}"
