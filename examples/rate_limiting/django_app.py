"""Answer a client three times in a window of time, then ask it to wait."""

import os
import sys

from django.conf import settings
from django.core.management import execute_from_command_line
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, JsonResponse
from django.urls import path
from django.views.decorators.http import require_GET
from django_ratelimit.decorators import ratelimit

WINDOW = os.environ.get("WINDOW_SECONDS", "60")


@require_GET
@ratelimit(key="ip", rate=f"3/{WINDOW}s")
def quote(request: HttpRequest) -> JsonResponse:
    """Answer three times in a window."""
    return JsonResponse({"cents": 1234})


@require_GET
def health(request: HttpRequest) -> JsonResponse:
    """Answer as often as somebody asks."""
    return JsonResponse({"ok": True})


def ask_to_wait(request: HttpRequest, exception: Exception) -> JsonResponse:
    """Turn the refusal, which would be a 403, into the status that says why."""
    return JsonResponse(
        {"error": "Too many requests"},
        status=429,
        headers={"Retry-After": WINDOW},  # (1)!
    )


urlpatterns = [path("quote", quote), path("health", health)]

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1", "localhost"],
    MIDDLEWARE=["django_ratelimit.middleware.RatelimitMiddleware"],
    RATELIMIT_VIEW=f"{__name__}.ask_to_wait",
    ROOT_URLCONF=__name__,
    SECRET_KEY=os.environ["SECRET_KEY"],
)
application = get_wsgi_application()

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
