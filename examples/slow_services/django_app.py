"""Ask three slow services at once and answer with what they said."""

import asyncio
import os
import sys
from typing import Any

import httpx
from django.conf import settings
from django.core.asgi import get_asgi_application
from django.core.management import execute_from_command_line
from django.http import HttpRequest, JsonResponse
from django.urls import path
from django.views.decorators.http import require_GET

SERVICES = os.environ.get("SERVICES", "http://127.0.0.1:9000")


async def ask(services: httpx.AsyncClient, service: str, product: int) -> Any:
    """Return what one service knows of a product."""
    answer = await services.get(f"/{service}/{product}")
    return answer.raise_for_status().json()


@require_GET
async def show_product(request: HttpRequest, product: int) -> JsonResponse:
    """Gather what all services know of a product."""
    names = ["price", "stock", "reviews"]
    try:
        async with httpx.AsyncClient(base_url=SERVICES, timeout=2) as services:  # (1)!
            found = await asyncio.gather(*(ask(services, name, product) for name in names))
    except httpx.TimeoutException:
        return JsonResponse({"error": "A service is too slow"}, status=504)
    except httpx.HTTPError:
        return JsonResponse({"error": "A service failed"}, status=502)
    return JsonResponse(dict(zip(names, found, strict=True)))


urlpatterns = [path("products/<int:product>", show_product)]

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1", "localhost"],
    ROOT_URLCONF=__name__,
    SECRET_KEY=os.environ["SECRET_KEY"],
)
application = get_asgi_application()

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
