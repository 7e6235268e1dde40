"""The addresses of shipping."""

from flask import Blueprint

from flask_app.shipping.service import fee_of

blueprint = Blueprint("shipping", __name__, url_prefix="/shipping")


@blueprint.get("/<country>/<product_id>")
def show_fee(country: str, product_id: str) -> dict[str, int]:
    """Tell what it costs to send a product."""
    return {"cents": fee_of(product_id, country)}
