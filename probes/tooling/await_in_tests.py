"""Call an async view from an async test, inside the test's own event loop."""


def fastapi() -> str:
    """Await a request through httpx with the application as its transport."""
    import asyncio

    import httpx
    from fastapi import FastAPI

    app = FastAPI()
    loops: list[asyncio.AbstractEventLoop] = []

    @app.get("/")
    async def show() -> str:
        loops.append(asyncio.get_running_loop())
        return "ok"

    async def test() -> str:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            response = await client.get("/")
        same = loops[0] is asyncio.get_running_loop()
        return f"{response.status_code}; {'same loop' if same else 'other loop'}"

    return asyncio.run(test())


def flask() -> str:
    """Use the test client inside a running event loop."""
    import asyncio

    from flask import Flask

    app = Flask(__name__)
    app.testing = True

    @app.get("/")
    async def show() -> str:
        return "ok"

    async def test() -> str:
        return str(app.test_client().get("/").status_code)

    try:
        return asyncio.run(test())
    except RuntimeError as error:
        return type(error).__name__


def django() -> str:
    """Await a request through AsyncClient."""
    import asyncio

    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import AsyncClient
    from django.urls import path

    loops: list[asyncio.AbstractEventLoop] = []

    async def show(request: HttpRequest) -> HttpResponse:
        loops.append(asyncio.get_running_loop())
        return HttpResponse("ok")

    async def test() -> str:
        response = await AsyncClient().get("/")
        same = loops[0] is asyncio.get_running_loop()
        return f"{response.status_code}; {'same loop' if same else 'other loop'}"

    settings.configure(ALLOWED_HOSTS=["testserver"], MIDDLEWARE=[], ROOT_URLCONF=(path("", show),))
    return asyncio.run(test())
