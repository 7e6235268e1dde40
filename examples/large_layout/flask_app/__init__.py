"""Put the features of a shop together; each is a package of its own."""

from typing import Any

from flask import Flask

from flask_app.catalog.routes import blueprint as catalog
from flask_app.errors import NotFoundError
from flask_app.pricing.routes import blueprint as pricing
from flask_app.shipping.routes import blueprint as shipping


def create_app(changes: dict[str, Any] | None = None) -> Flask:  # (1)!
    """Build the application; tests change its configuration."""
    app = Flask(__name__)
    app.config.from_mapping(changes)
    app.register_blueprint(catalog)
    app.register_blueprint(pricing)
    app.register_blueprint(shipping)
    app.register_error_handler(NotFoundError, answer_not_found)
    return app


def answer_not_found(error: NotFoundError) -> tuple[dict[str, str], int]:
    """Say what is missing, in the same form for all features."""
    return {"error": str(error)}, 404
