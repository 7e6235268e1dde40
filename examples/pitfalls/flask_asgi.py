"""A Flask application for an ASGI server, by two adapters."""

import time

from a2wsgi import WSGIMiddleware
from asgiref.wsgi import WsgiToAsgi
from flask import Flask

app = Flask(__name__)


@app.get("/")
def report():
    """Answer after a while."""
    time.sleep(0.5)
    return "done"


# --8<-- [start:wrong]
serial = WsgiToAsgi(app)
# --8<-- [end:wrong]
# --8<-- [start:right]
threaded = WSGIMiddleware(app, workers=10)
# --8<-- [end:right]
