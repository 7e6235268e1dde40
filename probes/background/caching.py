"""Ask twice for a page that is costly to make and count how often it was made."""


def fastapi() -> str:
    """Ask twice for a route and count the calls, then again where the route asks cachelib first."""
    from cachelib import SimpleCache
    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    app = FastAPI()
    cache = SimpleCache(default_timeout=60)
    made: list[str] = []

    def report() -> int:
        made.append("report")
        return len(made)

    def kept() -> int:
        found = cache.get("report")
        if found is None:
            found = report()
            cache.set("report", found)
        return found

    app.add_api_route("/bare", report)
    app.add_api_route("/kept", kept)
    client = TestClient(app)
    bare = {client.get("/bare").json() for _ in range(2)}
    cached = {client.get("/kept").json() for _ in range(2)}
    return f"made {len(bare)} times; asking cachelib first {len(cached)}"


def flask() -> str:
    """Ask twice for a view and count the calls, then again behind Flask-Caching."""
    from flask import Flask
    from flask_caching import Cache

    app = Flask(__name__)
    cache = Cache(app, config={"CACHE_TYPE": "SimpleCache"})
    made: list[str] = []

    def report() -> str:
        made.append("report")
        return str(len(made))

    app.add_url_rule("/bare", "bare", report)
    app.add_url_rule("/kept", "kept", cache.cached(timeout=60)(report))
    client = app.test_client()
    bare = {client.get("/bare").text for _ in range(2)}
    cached = {client.get("/kept").text for _ in range(2)}
    return f"made {len(bare)} times; with Flask-Caching {len(cached)}"


def django() -> str:
    """Ask twice for a view and count the calls, then again behind cache_page."""
    from django.conf import settings
    from django.core.cache import caches
    from django.http import HttpRequest, HttpResponse
    from django.test import RequestFactory
    from django.views.decorators.cache import cache_page

    made: list[str] = []

    def report(request: HttpRequest) -> HttpResponse:
        made.append("report")
        return HttpResponse(len(made))

    settings.configure(ALLOWED_HOSTS=["testserver"])
    request = RequestFactory().get("/")
    kept = cache_page(60)(report)
    bare = {report(request).text for _ in range(2)}
    cached = {kept(request).text for _ in range(2)}
    backend = type(caches["default"]).__name__
    return f"made {len(bare)} times; with cache_page {len(cached)}, in {backend}"
