"""Run in production: two processes, a health check, a stop that waits, a proxy in front."""

import os
import sys
import time
from collections.abc import Callable

from django.conf import settings
from django.core.management import execute_from_command_line
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.views.decorators.http import require_safe

Next = Callable[[HttpRequest], HttpResponse]


def only_from_proxy(get_response: Next) -> Next:
    """Believe forwarded headers when the proxy sends them, and nobody else."""

    def middleware(request: HttpRequest) -> HttpResponse:
        forwarded = request.META.pop("HTTP_X_FORWARDED_FOR", "")
        if request.META["REMOTE_ADDR"] != os.environ["PROXY"]:
            request.META.pop("HTTP_X_FORWARDED_PROTO", None)
        elif forwarded:
            request.META["REMOTE_ADDR"] = forwarded.split(",")[-1].strip()  # (1)!
        return get_response(request)

    return middleware


@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """Tell the load balancer that this process answers."""
    return JsonResponse({"process": os.getpid()})


@require_safe
def slow(request: HttpRequest) -> JsonResponse:
    """Take two seconds."""
    time.sleep(2)
    return JsonResponse("done", safe=False)


@require_safe
def show_caller(request: HttpRequest) -> JsonResponse:
    """Tell how the caller reached the program."""
    caller = {"address": request.META["REMOTE_ADDR"], "url": request.build_absolute_uri()}
    return JsonResponse(caller)


urlpatterns = [path("health", health), path("slow", slow), path("me", show_caller)]

settings.configure(
    ALLOWED_HOSTS=["shop.example", "127.0.0.1"],
    MIDDLEWARE=[
        f"{__name__}.only_from_proxy",
        "django.middleware.security.SecurityMiddleware",
        "django.middleware.common.CommonMiddleware",
    ],
    ROOT_URLCONF=__name__,
    SECRET_KEY=os.environ["SECRET_KEY"],
    SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https"),
)
application = get_wsgi_application()

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
