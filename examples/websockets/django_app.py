"""Send each line back to its sender, and in the room to everybody."""

import os
import sys
from typing import Any
from urllib.parse import parse_qs

from channels.generic.websocket import AsyncWebsocketConsumer
from channels.routing import ProtocolTypeRouter, URLRouter
from channels.security.websocket import AllowedHostsOriginValidator
from django.conf import settings
from django.core.asgi import get_asgi_application
from django.core.management import execute_from_command_line
from django.urls import path


class Echo(AsyncWebsocketConsumer):
    """A socket that sends each line back in capitals."""

    async def receive(self, text_data: str) -> None:
        """Answer one line."""
        await self.send(text_data.upper())


class Room(AsyncWebsocketConsumer):
    """A socket whose lines go to everybody in the room."""

    async def connect(self) -> None:
        """Join the room, with a name."""
        query = parse_qs(self.scope["query_string"].decode())
        if "name" not in query:
            await self.close()
            return
        self.name = query["name"][0]
        await self.channel_layer.group_add("room", self.channel_name)
        await self.accept()

    async def disconnect(self, code: int) -> None:
        """Leave the room."""
        await self.channel_layer.group_discard("room", self.channel_name)

    async def receive(self, text_data: str) -> None:
        """Pass one line on to the room."""
        message = {"type": "line", "text": f"{self.name}: {text_data}"}
        await self.channel_layer.group_send("room", message)

    async def line(self, event: dict[str, Any]) -> None:
        """Send a line of somebody in the room to this socket."""
        await self.send(event["text"])


urlpatterns = []
sockets = [path("echo", Echo.as_asgi()), path("room", Room.as_asgi())]

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1", "localhost"],
    CHANNEL_LAYERS={"default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}},  # (1)!
    INSTALLED_APPS=["channels"],
    ROOT_URLCONF=__name__,
    SECRET_KEY=os.environ["SECRET_KEY"],
)
application = ProtocolTypeRouter(
    {
        "http": get_asgi_application(),
        "websocket": AllowedHostsOriginValidator(URLRouter(sockets)),
    }
)

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
