"""Run in production: two processes, a health check, a stop that waits, a proxy in front."""

import asyncio
import os

from fastapi import FastAPI, Request
from starlette.middleware.trustedhost import TrustedHostMiddleware

app = FastAPI(openapi_url=None)
app.add_middleware(TrustedHostMiddleware, allowed_hosts=["shop.example", "127.0.0.1"])


@app.get("/health")
async def health() -> dict[str, int]:
    """Tell the load balancer that this process answers."""
    return {"process": os.getpid()}


@app.get("/slow")
async def slow() -> str:
    """Take two seconds."""
    await asyncio.sleep(2)
    return "done"


@app.get("/me")
def show_caller(request: Request) -> dict[str, str]:
    """Tell how the caller reached the program."""
    return {"address": request.client.host, "url": str(request.url)}  # (1)!
