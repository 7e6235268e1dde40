"""Run in production: two processes, a health check, a stop that waits, a proxy in front."""

import os
import time
from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from flask import Flask, jsonify, request
from flask.typing import ResponseReturnValue
from werkzeug.middleware.proxy_fix import ProxyFix

app = Flask(__name__)
app.config["TRUSTED_HOSTS"] = ["shop.example", "127.0.0.1"]


class OnlyFromProxy:
    """Believes forwarded headers when the proxy sends them, and nobody else."""

    def __init__(self, app: WSGIApplication, proxy: str) -> None:
        """Remember both ways to the program."""
        self.direct = app
        self.forwarded = ProxyFix(app, x_for=1, x_proto=1)  # (1)!
        self.proxy = proxy

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        """Choose the way by the address of whoever connected."""
        app = self.forwarded if environ["REMOTE_ADDR"] == self.proxy else self.direct
        return app(environ, start)


app.wsgi_app = OnlyFromProxy(app.wsgi_app, os.environ["PROXY"])


@app.get("/health")
def health() -> dict[str, int]:
    """Tell the load balancer that this process answers."""
    return {"process": os.getpid()}


@app.get("/slow")
def slow() -> ResponseReturnValue:
    """Take two seconds."""
    time.sleep(2)
    return jsonify("done")


@app.get("/me")
def show_caller() -> dict[str, str | None]:
    """Tell how the caller reached the program."""
    return {"address": request.remote_addr, "url": request.url}
