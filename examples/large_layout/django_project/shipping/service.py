"""What it costs to send a product."""

from catalog.service import find_product
from core.errors import NotFoundError

CENTS_PER_KILOGRAM = {"at": 400, "us": 1500}


def fee_of(product_id: str, country: str) -> int:
    """Return the fee in cents; each kilogram that is begun counts."""
    if country not in CENTS_PER_KILOGRAM:
        raise NotFoundError(f"no shipping to {country}")
    kilograms = -(-find_product(product_id).grams // 1000)
    return CENTS_PER_KILOGRAM[country] * kilograms
