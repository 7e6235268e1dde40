"""Send each line back to its sender, and in the room to everybody."""

from contextlib import suppress

from flask import Flask, request
from flask_sock import ConnectionClosed, Server, Sock

app = Flask(__name__)
sock = Sock(app)
room: set[Server] = set()  # (1)!


@sock.route("/echo")
def echo(socket: Server) -> None:
    """Send each line back in capitals."""
    while True:
        socket.send(socket.receive().upper())


@sock.route("/room")
def join(socket: Server) -> None:
    """Send each line to everybody in the room."""
    name = request.args.get("name")
    if not name:
        socket.close(1008, "name is missing")  # (2)!
        return
    room.add(socket)
    try:
        while True:
            line = socket.receive()
            for member in room.copy():
                with suppress(ConnectionClosed):  # (3)!
                    member.send(f"{name}: {line}")
    finally:
        room.discard(socket)
