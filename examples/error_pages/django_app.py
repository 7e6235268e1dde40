"""Answer every fault in the caller's own language: a page for people, JSON for programs."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.management import execute_from_command_line
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe


class OutOfStockError(Exception):
    """There is nothing left to sell."""


def answer(request: HttpRequest, status: int, message: str) -> HttpResponse:
    """Return a page, or JSON below /api."""
    error = {"status": status, "message": message}
    if request.path.startswith("/api/"):
        return JsonResponse({"error": error}, status=status)
    return render(request, "error.html", error, status=status)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address that nobody serves."""
    return answer(request, 404, "Not Found")


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer what a view refused."""
    return answer(request, 403, str(exception))


def crash(request: HttpRequest) -> HttpResponse:
    """Answer what nobody expected, and give nothing away."""
    return answer(request, 500, "Something broke on our side")


class OutOfStockMiddleware:
    """Answers an exception of our own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on what is no exception."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer for the view that raised the exception."""
        if isinstance(error, OutOfStockError):
            return answer(request, 409, "Out of stock")
        return None


@require_safe
def buy(request: HttpRequest, item: str) -> JsonResponse:
    """Sell tea, which is out of stock; fail over anything that is not sold here."""
    shelf = {"tea": 0, "milk": 3}
    if item == "gold":
        raise PermissionDenied("Not for sale")
    if shelf[item] == 0:
        raise OutOfStockError
    return JsonResponse({"sold": item})


urlpatterns = [path("buy/<item>", buy), path("api/buy/<item>", buy)]
handler403, handler404, handler500 = forbidden, not_found, crash

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1", "localhost"],
    LOGGING={  # (1)!
        "version": 1,
        "disable_existing_loggers": False,
        "handlers": {"console": {"class": "logging.StreamHandler"}},
        "root": {"handlers": ["console"], "level": "WARNING"},
    },
    MIDDLEWARE=[f"{__name__}.OutOfStockMiddleware"],
    ROOT_URLCONF=__name__,
    SECRET_KEY=os.environ["SECRET_KEY"],
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "DIRS": [Path(__file__).parent / "django_templates"],
        }
    ],
)
application = get_wsgi_application()

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
