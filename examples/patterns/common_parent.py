"""Two applications side by side under a parent that owns nothing but the addresses."""

from contextlib import asynccontextmanager

from a2wsgi import WSGIMiddleware
from fastapi import FastAPI
from flask import Flask
from starlette.applications import Starlette
from starlette.routing import Mount


@asynccontextmanager
async def open_resources(app: FastAPI):
    """Open what the API needs for as long as it runs."""
    app.state.ready = True
    yield
    app.state.ready = False


api = FastAPI(lifespan=open_resources)
pages = Flask(__name__)


@api.get("/health")
def health() -> dict[str, bool]:
    """Tell whether the lifespan function has run."""
    return {"ready": getattr(api.state, "ready", False)}


@pages.get("/")
def home() -> str:
    """Answer with a page."""
    return "<h1>Pages</h1>"


# --8<-- [start:parent]
routes = [Mount("/api", api), Mount("/", WSGIMiddleware(pages))]

forgetful = Starlette(routes=routes)  # the lifespan function of `api` never runs


@asynccontextmanager
async def lifespan_of_the_api(parent: Starlette):
    """Run the lifespan of the mounted application with that of the parent."""
    async with api.router.lifespan_context(api):
        yield


careful = Starlette(routes=routes, lifespan=lifespan_of_the_api)
# --8<-- [end:parent]
