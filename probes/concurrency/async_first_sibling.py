"""Send 20 requests together to the async-first member of each family, on one process."""

from typing import Any


def fastapi_app() -> object:
    """Build a FastAPI application whose handler awaits for half a second."""
    import asyncio

    from fastapi import FastAPI

    app = FastAPI()

    @app.get("/")
    async def wait() -> str:
        await asyncio.sleep(0.5)
        return "done"

    return app


def quart_app() -> object:
    """Build a Quart application whose view awaits for half a second."""
    import asyncio

    from quart import Quart

    app = Quart(__name__)

    @app.get("/")
    async def wait() -> str:
        await asyncio.sleep(0.5)
        return "done"

    return app


def django_asgi() -> object:
    """Build a Django ASGI application whose view awaits for half a second."""
    import asyncio

    from django.conf import settings
    from django.core.asgi import get_asgi_application
    from django.http import HttpRequest, HttpResponse
    from django.urls import path

    async def wait(request: HttpRequest) -> HttpResponse:
        await asyncio.sleep(0.5)
        return HttpResponse("done")

    settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=(path("", wait),))
    return get_asgi_application()


def at_once(url: str, requests: int) -> str:
    """Send the requests together and say whether their waits of 0.5 s overlapped."""
    import asyncio
    import time

    import httpx

    async def send_all() -> float:
        async with httpx.AsyncClient(timeout=30) as client:
            await client.get(url)  # some servers import the application after they listen
            started = time.perf_counter()
            answers = await asyncio.gather(*(client.get(url) for _ in range(requests)))
            seconds = time.perf_counter() - started
        for answer in answers:
            answer.raise_for_status()
        return seconds

    overlapped = asyncio.run(send_all()) < requests * 0.5 * 0.8
    return f"{requests} at once: {'concurrent' if overlapped else 'serial'}"


def fastapi(serve: Any) -> str:
    """Send 20 requests to a FastAPI application on one Uvicorn process."""
    with serve.uvicorn(fastapi_app) as server:
        return f"FastAPI, {at_once(server.url, 20)}"


def flask(serve: Any) -> str:
    """Send 20 requests to the same view under Quart on one Uvicorn process."""
    with serve.uvicorn(quart_app) as server:
        return f"Quart, {at_once(server.url, 20)}"


def django(serve: Any) -> str:
    """Send 20 requests to a Django application on one Uvicorn process."""
    with serve.uvicorn(django_asgi) as server:
        return f"Django over ASGI, {at_once(server.url, 20)}"
