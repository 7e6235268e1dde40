"""Give every request an id and a duration, and turn a client away before any view runs."""

import os
import re
import sys
import time
import uuid
from collections.abc import Callable
from typing import NoReturn

from django.conf import settings
from django.core.management import execute_from_command_line
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.views.decorators.http import require_safe

Next = Callable[[HttpRequest], HttpResponse]


def identify(get_response: Next) -> Next:
    """Take the id that the caller sends, or make one, and name it in the answer."""

    def middleware(request: HttpRequest) -> HttpResponse:
        sent = request.headers.get("x-request-id", "")
        request.id = sent if re.fullmatch(r"[\w-]{8,64}", sent) else uuid.uuid4().hex
        started = time.perf_counter()
        response = get_response(request)
        milliseconds = (time.perf_counter() - started) * 1000
        response.headers["X-Request-ID"] = request.id
        response.headers["Server-Timing"] = f"app;dur={milliseconds:.1f}"
        return response

    return middleware


def refuse_crawlers(get_response: Next) -> Next:
    """Turn away whoever calls itself a crawler."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if "crawler" in request.headers.get("user-agent", "").lower():
            return JsonResponse({"detail": "No crawlers"}, status=403)
        return get_response(request)

    return middleware


@require_safe
def home(request: HttpRequest) -> JsonResponse:
    """Name the request's id."""
    return JsonResponse({"request": request.id})


@require_safe
def crash(request: HttpRequest) -> NoReturn:
    """Fail."""
    raise RuntimeError("on purpose")


urlpatterns = [path("", home), path("crash", crash)]

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1", "localhost"],
    MIDDLEWARE=[f"{__name__}.identify", f"{__name__}.refuse_crawlers"],  # (1)!
    ROOT_URLCONF=__name__,
    SECRET_KEY=os.environ["SECRET_KEY"],
)
application = get_wsgi_application()

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
