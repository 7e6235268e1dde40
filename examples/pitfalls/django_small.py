"""A JSON service in one file of Django: no project, no database, no admin."""

import os
import sys

from django.conf import settings
from django.core.management import execute_from_command_line
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, JsonResponse
from django.urls import path
from django.views.decorators.http import require_GET


@require_GET
def convert(request: HttpRequest, celsius: int) -> JsonResponse:
    """Answer with the temperature in Fahrenheit."""
    return JsonResponse({"fahrenheit": celsius * 9 / 5 + 32})


urlpatterns = [path("convert/<int:celsius>", convert)]

settings.configure(
    ALLOWED_HOSTS=os.environ.get("ALLOWED_HOSTS", "127.0.0.1").split(","),
    MIDDLEWARE=["django.middleware.security.SecurityMiddleware"],
    ROOT_URLCONF=__name__,
    SECRET_KEY=os.environ["SECRET_KEY"],
)
application = get_wsgi_application()

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
