"""What the shop knows of its products."""

from dataclasses import dataclass

from core.errors import NotFoundError


@dataclass(frozen=True)
class Product:
    """A product of the catalog."""

    id: str
    cents: int
    grams: int


PRODUCTS = {"pen": Product("pen", 300, 20), "paper": Product("paper", 800, 2500)}


def all_products() -> list[Product]:
    """Return the whole catalog."""
    return list(PRODUCTS.values())


def find_product(product_id: str) -> Product:
    """Return one product."""
    if product_id not in PRODUCTS:
        raise NotFoundError(f"no product {product_id}")
    return PRODUCTS[product_id]
