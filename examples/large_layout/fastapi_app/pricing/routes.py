"""The addresses of the prices."""

from typing import Annotated

from fastapi import APIRouter, Query

from fastapi_app.pricing.service import price_of

router = APIRouter(prefix="/pricing", tags=["pricing"])


@router.get("/{product_id}")
def show_price(product_id: str, pieces: Annotated[int, Query(ge=1)] = 1) -> dict[str, int]:
    """Tell what a number of products costs."""
    return {"cents": price_of(product_id, pieces)}
