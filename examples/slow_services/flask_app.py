"""Ask three slow services at once and answer with what they said."""

import asyncio
import os
from typing import Any

import httpx
from flask import Flask, abort

SERVICES = os.environ.get("SERVICES", "http://127.0.0.1:9000")

app = Flask(__name__)


async def ask(services: httpx.AsyncClient, service: str, product: int) -> Any:
    """Return what one service knows of a product."""
    answer = await services.get(f"/{service}/{product}")
    return answer.raise_for_status().json()


@app.get("/products/<int:product>")
async def show_product(product: int) -> dict[str, Any]:
    """Gather what all services know of a product."""
    names = ["price", "stock", "reviews"]
    try:
        async with httpx.AsyncClient(base_url=SERVICES, timeout=2) as services:  # (1)!
            found = await asyncio.gather(*(ask(services, name, product) for name in names))
    except httpx.TimeoutException:
        abort(504, "A service is too slow")
    except httpx.HTTPError:
        abort(502, "A service failed")
    return dict(zip(names, found, strict=True))
