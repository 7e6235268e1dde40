"""Wait for 8 things of half a second inside one handler with asyncio.gather() and time it."""


def fastapi() -> str:
    """Gather 8 waits in one FastAPI handler."""
    import asyncio
    import time

    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    app = FastAPI()

    @app.get("/")
    async def gather() -> str:
        await asyncio.gather(*(asyncio.sleep(0.5) for _ in range(8)))
        return "done"

    started = time.perf_counter()
    TestClient(app).get("/").raise_for_status()
    overlapped = time.perf_counter() - started < 8 * 0.5 * 0.8
    return f"8 waits in one request: {'concurrent' if overlapped else 'serial'}"


def flask() -> str:
    """Gather 8 waits in one Flask view."""
    import asyncio
    import time

    from flask import Flask

    app = Flask(__name__)

    @app.get("/")
    async def gather() -> str:
        await asyncio.gather(*(asyncio.sleep(0.5) for _ in range(8)))
        return "done"

    started = time.perf_counter()
    assert app.test_client().get("/").status_code == 200
    overlapped = time.perf_counter() - started < 8 * 0.5 * 0.8
    return f"8 waits in one request: {'concurrent' if overlapped else 'serial'}"


def django() -> str:
    """Gather 8 waits in one Django view, called over WSGI."""
    import asyncio
    import time

    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    async def gather(request: HttpRequest) -> HttpResponse:
        await asyncio.gather(*(asyncio.sleep(0.5) for _ in range(8)))
        return HttpResponse("done")

    settings.configure(ALLOWED_HOSTS=["testserver"], ROOT_URLCONF=(path("", gather),))
    django.setup()
    started = time.perf_counter()
    assert Client().get("/").status_code == 200
    overlapped = time.perf_counter() - started < 8 * 0.5 * 0.8
    return f"8 waits in one request: {'concurrent' if overlapped else 'serial'}"
