"""The ASGI entry point that `startproject` writes; the settings are named by the environment."""

from django.core.asgi import get_asgi_application

application = get_asgi_application()
