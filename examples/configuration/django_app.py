"""Read settings with their types from the environment, and never show the secret one."""

import hashlib
import hmac
import os
import sys

import environ
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, JsonResponse
from django.urls import path
from django.views.decorators.http import require_safe


@require_safe
def show_settings(request: HttpRequest) -> JsonResponse:
    """Show what is no secret."""
    shown = {"title": settings.TITLE, "page_size": settings.PAGE_SIZE, "beta": settings.BETA}
    return JsonResponse(shown)


@require_safe
def sign(request: HttpRequest, text: str) -> JsonResponse:
    """Use the secret without showing it."""
    key = settings.SIGNING_KEY.encode()
    return JsonResponse(hmac.new(key, text.encode(), hashlib.sha256).hexdigest(), safe=False)


urlpatterns = [path("settings", show_settings), path("sign/<text>", sign)]

env = environ.Env()
settings.configure(
    ALLOWED_HOSTS=["127.0.0.1", "localhost"],
    ROOT_URLCONF=__name__,
    SECRET_KEY=os.environ["SECRET_KEY"],
    TITLE=env.str("SHOP_TITLE", default="Corner shop"),
    PAGE_SIZE=env.int("SHOP_PAGE_SIZE", default=20),  # (1)!
    BETA=env.bool("SHOP_BETA", default=False),
    SIGNING_KEY=env.str("SHOP_SIGNING_KEY"),
)
if not 1 <= settings.PAGE_SIZE <= 100:
    raise ImproperlyConfigured("SHOP_PAGE_SIZE must be from 1 to 100")
application = get_wsgi_application()

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
