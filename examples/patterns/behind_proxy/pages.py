"""The part that visitors see: Flask, everything that is nobody else's."""

import os

from flask import Flask, render_template_string, request
from sqlalchemy import create_engine, text
from werkzeug.middleware.proxy_fix import ProxyFix

PAGE = """<!doctype html><title>Shop</title>
<ul>{% for name in names %}<li>{{ name }}</li>{% endfor %}</ul>"""

engine = create_engine(f"sqlite:///{os.environ['DATABASE']}")
app = Flask(__name__)
app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1)  # one proxy stands before it


@app.get("/")
def list_products() -> str:
    """Show the table that the office writes."""
    with engine.connect() as connection:
        names = [*connection.scalars(text("SELECT name FROM shop_product ORDER BY name"))]
    return render_template_string(PAGE, names=names)


@app.get("/visitor")
def show_visitor() -> dict[str, str | None]:
    """Tell what is known of who asks."""
    return {"address": request.remote_addr, "url": request.url}
