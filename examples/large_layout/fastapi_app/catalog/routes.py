"""The addresses of the catalog."""

from fastapi import APIRouter

from fastapi_app.catalog.service import Product, all_products, find_product

router = APIRouter(prefix="/catalog", tags=["catalog"])


@router.get("")
def list_products() -> list[Product]:
    """Return the whole catalog."""
    return all_products()


@router.get("/{product_id}")
def show_product(product_id: str) -> Product:
    """Return one product."""
    return find_product(product_id)
