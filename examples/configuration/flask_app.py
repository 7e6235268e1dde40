"""Read settings with their types from the environment, and never show the secret one."""

import hashlib
import hmac
from typing import Any

from flask import Flask, current_app, jsonify
from flask.typing import ResponseReturnValue


def create_app() -> Flask:
    """Build the application from the environment; tests pass their own."""
    app = Flask(__name__)
    app.config.from_mapping(TITLE="Corner shop", PAGE_SIZE=20, BETA=False)
    app.config.from_prefixed_env("SHOP")  # (1)!
    check(app.config)
    app.add_url_rule("/settings", view_func=show_settings)
    app.add_url_rule("/sign/<text>", view_func=sign)
    return app


def check(config: dict[str, Any]) -> None:
    """Refuse to start with what would fail later; the reader of the environment does not."""
    if "SIGNING_KEY" not in config:
        raise RuntimeError("SHOP_SIGNING_KEY is missing")
    if type(config["PAGE_SIZE"]) is not int or not 1 <= config["PAGE_SIZE"] <= 100:
        raise RuntimeError("SHOP_PAGE_SIZE must be a whole number from 1 to 100")


def show_settings() -> dict[str, str | int]:
    """Show what is no secret."""
    return {name.lower(): current_app.config[name] for name in ("TITLE", "PAGE_SIZE", "BETA")}


def sign(text: str) -> ResponseReturnValue:
    """Use the secret without showing it."""
    key = str(current_app.config["SIGNING_KEY"])
    return jsonify(hmac.new(key.encode(), text.encode(), hashlib.sha256).hexdigest())
