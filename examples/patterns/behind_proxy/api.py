"""The part that other programs call: FastAPI, everything below /api/."""

import os

from fastapi import FastAPI, Request
from sqlalchemy import create_engine, text

engine = create_engine(f"sqlite:///{os.environ['DATABASE']}")
app = FastAPI(docs_url="/api/docs", openapi_url="/api/openapi.json", redoc_url=None)


@app.get("/api/products")
def list_products() -> list[str]:
    """Read the table that the office writes."""
    with engine.connect() as connection:
        return [*connection.scalars(text("SELECT name FROM shop_product ORDER BY name"))]


@app.get("/api/visitor")
def show_visitor(request: Request) -> dict[str, str]:
    """Tell what is known of who asks."""
    return {"address": request.client.host, "url": str(request.url)}
