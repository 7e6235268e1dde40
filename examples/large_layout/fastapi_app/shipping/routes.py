"""The addresses of shipping."""

from fastapi import APIRouter

from fastapi_app.shipping.service import fee_of

router = APIRouter(prefix="/shipping", tags=["shipping"])


@router.get("/{country}/{product_id}")
def show_fee(country: str, product_id: str) -> dict[str, int]:
    """Tell what it costs to send a product."""
    return {"cents": fee_of(product_id, country)}
