"""Open a WebSocket as a page of another site would, with a foreign Origin header."""

from typing import Any

FOREIGN = "https://evil.example"


def fastapi() -> str:
    """Open a WebSocket route of FastAPI with a foreign Origin."""
    from fastapi import FastAPI, WebSocket
    from fastapi.testclient import TestClient

    app = FastAPI()

    @app.websocket("/")
    async def greet(socket: WebSocket) -> None:
        await socket.accept()
        await socket.send_text("hello")

    with TestClient(app).websocket_connect("/", headers={"Origin": FOREIGN}) as socket:
        return "accepted" if socket.receive_text() == "hello" else "no greeting"


def flask_app() -> object:
    """Build a Flask application that greets through Flask-Sock."""
    from flask import Flask
    from flask_sock import Sock

    app = Flask(__name__)

    @Sock(app).route("/")
    def greet(socket: Any) -> None:
        socket.send("hello")

    return app


def flask(serve: Any) -> str:
    """Open a Flask-Sock route with a foreign Origin."""
    from websockets.sync.client import connect

    with (
        serve.gunicorn(flask_app, "--threads=8") as server,
        connect(server.url.replace("http", "ws", 1), origin=FOREIGN) as socket,
    ):
        return "accepted" if socket.recv(20) == "hello" else "no greeting"


def django() -> str:
    """Open a Channels consumer with a foreign Origin, bare and behind the validator."""
    import asyncio

    import django
    from channels.generic.websocket import AsyncWebsocketConsumer
    from channels.security.websocket import AllowedHostsOriginValidator
    from channels.testing import WebsocketCommunicator
    from django.conf import settings

    settings.configure(ALLOWED_HOSTS=["shop.example"])
    django.setup()
    consumer = AsyncWebsocketConsumer.as_asgi()

    async def handshake(application: Any) -> str:
        headers = [(b"origin", FOREIGN.encode())]
        connected, _ = await WebsocketCommunicator(application, "/", headers).connect(timeout=20)
        return "accepted" if connected else "refused"

    bare = asyncio.run(handshake(consumer))
    guarded = asyncio.run(handshake(AllowedHostsOriginValidator(consumer)))
    return f"{bare}; behind AllowedHostsOriginValidator {guarded}"
