"""The addresses of the prices."""

from flask import Blueprint, abort, request

from flask_app.pricing.service import price_of

blueprint = Blueprint("pricing", __name__, url_prefix="/pricing")


@blueprint.get("/<product_id>")
def show_price(product_id: str) -> dict[str, int]:
    """Tell what a number of products costs."""
    pieces = request.args.get("pieces", "1")
    if not pieces.isdecimal() or int(pieces) < 1:
        abort(400, "pieces must be a whole number from 1 on")
    return {"cents": price_of(product_id, int(pieces))}
