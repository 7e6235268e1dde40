"""Connect two clients, send one message to the room, and count who received it."""


def fastapi() -> str:
    """Send to every socket of a set that the application keeps itself."""
    from fastapi import FastAPI, WebSocket
    from fastapi.testclient import TestClient

    app = FastAPI()
    room: set[WebSocket] = set()

    @app.websocket("/")
    async def join(socket: WebSocket) -> None:
        await socket.accept()
        room.add(socket)
        async for text in socket.iter_text():
            for member in room:
                await member.send_text(text)
        room.remove(socket)

    with (
        TestClient(app) as client,
        client.websocket_connect("/") as first,
        client.websocket_connect("/") as second,
    ):
        second.send_text("news")
        received = [first.receive_text(), second.receive_text()]
    return f"own set of sockets: {received.count('news')} of 2 received"


def flask() -> str:
    """Send to a room of Flask-SocketIO."""
    from flask import Flask
    from flask_socketio import SocketIO, join_room

    app = Flask(__name__)
    sockets = SocketIO(app)

    @sockets.on("join")
    def join() -> None:
        join_room("room")

    clients = [sockets.test_client(app), sockets.test_client(app)]
    for client in clients:
        client.emit("join")
    sockets.emit("news", to="room")
    received = sum(len(client.get_received()) for client in clients)
    return f"Flask-SocketIO room: {received} of 2 received"


def django() -> str:
    """Send to a group of the in-memory channel layer of Channels."""
    import asyncio

    from channels.layers import InMemoryChannelLayer

    async def send() -> int:
        layer = InMemoryChannelLayer()
        names = [await layer.new_channel(), await layer.new_channel()]
        for name in names:
            await layer.group_add("room", name)
        await layer.group_send("room", {"type": "news"})
        messages = [await layer.receive(name) for name in names]
        return messages.count({"type": "news"})

    return f"Channels group: {asyncio.run(send())} of 2 received"
