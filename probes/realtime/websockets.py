"""Open a WebSocket on a real server, send one message and wait for its echo."""

from typing import Any


def fastapi_app() -> object:
    """Build a FastAPI application that answers each message with the same message."""
    from fastapi import FastAPI, WebSocket

    app = FastAPI()

    @app.websocket("/")
    async def echo(socket: WebSocket) -> None:
        await socket.accept()
        await socket.send_text(await socket.receive_text())

    return app


def flask_app() -> object:
    """Build a Flask application that echoes through Flask-Sock."""
    from flask import Flask
    from flask_sock import Sock

    app = Flask(__name__)

    @Sock(app).route("/")
    def echo(socket: Any) -> None:
        socket.send(socket.receive())

    return app


def django_plain() -> object:
    """Build a Django ASGI application without Channels."""
    from django.conf import settings
    from django.core.asgi import get_asgi_application

    settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=())
    return get_asgi_application()


def django_channels() -> object:
    """Build a Django application that echoes through Channels."""
    from channels.generic.websocket import WebsocketConsumer
    from channels.routing import ProtocolTypeRouter, URLRouter
    from django.urls import path

    class Echo(WebsocketConsumer):
        def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
            self.send(text_data)

    http = django_plain()
    return ProtocolTypeRouter({"http": http, "websocket": URLRouter([path("", Echo.as_asgi())])})


def echo(url: str) -> str:
    """Send "ping" and return what comes back, or the status of a refused handshake."""
    from websockets.exceptions import InvalidStatus
    from websockets.sync.client import connect

    try:
        with connect(url.replace("http", "ws", 1), open_timeout=20) as socket:
            socket.send("ping")
            return f"echo {socket.recv(20)}"
    except InvalidStatus as error:
        return f"refused with {error.response.status_code}"


def fastapi(serve: Any) -> str:
    """Talk to a WebSocket route of FastAPI on Uvicorn."""
    with serve.uvicorn(fastapi_app) as server:
        return echo(server.url)


def flask(serve: Any) -> str:
    """Talk to a Flask-Sock route on Gunicorn with threads."""
    with serve.gunicorn(flask_app, "--threads=8") as server:
        return f"with Flask-Sock {echo(server.url)}"


def django(serve: Any) -> str:
    """Talk to Django on Uvicorn, bare and then with a Channels consumer."""
    with serve.uvicorn(django_plain) as server:
        bare = echo(server.url)
    with serve.uvicorn(django_channels) as server:
        return f"{bare}; with Channels {echo(server.url)}"
