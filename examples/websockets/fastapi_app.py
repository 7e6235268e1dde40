"""Send each line back to its sender, and in the room to everybody."""

from contextlib import suppress

from fastapi import FastAPI, WebSocket, WebSocketDisconnect

app = FastAPI()
room: set[WebSocket] = set()  # (1)!


@app.websocket("/echo")
async def echo(socket: WebSocket) -> None:
    """Send each line back in capitals."""
    await socket.accept()
    async for line in socket.iter_text():
        await socket.send_text(line.upper())


@app.websocket("/room")
async def join(socket: WebSocket, name: str) -> None:
    """Send each line to everybody in the room."""
    await socket.accept()
    room.add(socket)
    try:
        async for line in socket.iter_text():
            for member in room.copy():
                with suppress(WebSocketDisconnect):  # (2)!
                    await member.send_text(f"{name}: {line}")
    finally:
        room.discard(socket)
