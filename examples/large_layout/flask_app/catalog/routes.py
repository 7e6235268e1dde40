"""The addresses of the catalog."""

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue

from flask_app.catalog.service import all_products, find_product

blueprint = Blueprint("catalog", __name__, url_prefix="/catalog")


@blueprint.get("")
def list_products() -> ResponseReturnValue:
    """Return the whole catalog."""
    return jsonify(all_products())


@blueprint.get("/<product_id>")
def show_product(product_id: str) -> ResponseReturnValue:
    """Return one product."""
    return jsonify(find_product(product_id))
