"""Start an application, stop it, and see which code of it ran at either end."""

from pathlib import Path
from typing import Any


def fastapi_app() -> object:
    """Build a FastAPI application with a lifespan that prints at both ends."""
    from collections.abc import AsyncIterator
    from contextlib import asynccontextmanager

    from fastapi import FastAPI

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        print("event: startup")
        yield
        print("event: shutdown")

    return FastAPI(lifespan=lifespan)


def fastapi(serve: Any) -> str:
    """Start and stop Uvicorn and read what the lifespan printed."""
    import re

    with serve.uvicorn(fastapi_app) as server:
        server.stop()
        return ", ".join(re.findall(r"event: (\w+)", server.log()))


def flask() -> str:
    """Look for the startup hook that Flask had until 2.2, and for any other."""
    from flask import Flask

    app = Flask(__name__)
    try:
        app.before_first_request  # noqa: B018 -- to look at it is the question
    except AttributeError as error:
        old = type(error).__name__
    names = [name for name in dir(app) if "startup" in name or "lifespan" in name]
    return f"before_first_request {old}; other startup hooks: {len(names)}"


def django(tmp_path: Path) -> str:
    """Send an ASGI lifespan event to Django, and look whether AppConfig.ready() ran."""
    import asyncio
    import sys

    from django.conf import settings
    from django.core.asgi import get_asgi_application

    (tmp_path / "shop.py").write_text(
        "from django.apps import AppConfig\n\n"
        "class Shop(AppConfig):\n"
        "    name = 'shop'\n"
        "    def ready(self):\n"
        "        type(self).seen = 'ready() ran'\n"
    )
    sys.path.insert(0, str(tmp_path))
    settings.configure(INSTALLED_APPS=["shop.Shop"])
    application = get_asgi_application()
    from shop import Shop

    try:
        asyncio.run(application({"type": "lifespan"}, None, None))
    except ValueError as error:
        return f"AppConfig.{Shop.seen}; lifespan {type(error).__name__}"
    return f"AppConfig.{Shop.seen}; lifespan accepted"
