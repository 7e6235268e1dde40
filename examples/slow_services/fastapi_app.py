"""Ask three slow services at once and answer with what they said."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated, Any

import httpx
from fastapi import Depends, FastAPI, HTTPException, Request

SERVICES = os.environ.get("SERVICES", "http://127.0.0.1:9000")


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[dict[str, httpx.AsyncClient]]:
    """Open one pool of connections for the life of the process."""
    async with httpx.AsyncClient(base_url=SERVICES, timeout=2) as services:
        yield {"services": services}  # (1)!


app = FastAPI(lifespan=lifespan)


def get_services(request: Request) -> httpx.AsyncClient:
    """Return the pool of connections."""
    return request.state.services


async def ask(services: httpx.AsyncClient, service: str, product: int) -> Any:
    """Return what one service knows of a product."""
    answer = await services.get(f"/{service}/{product}")
    return answer.raise_for_status().json()


@app.get("/products/{product}")
async def show_product(
    product: int, services: Annotated[httpx.AsyncClient, Depends(get_services)]
) -> dict[str, Any]:
    """Gather what all services know of a product."""
    names = ["price", "stock", "reviews"]
    try:
        found = await asyncio.gather(*(ask(services, name, product) for name in names))
    except httpx.TimeoutException:
        raise HTTPException(504, "A service is too slow") from None
    except httpx.HTTPError:
        raise HTTPException(502, "A service failed") from None
    return dict(zip(names, found, strict=True))
