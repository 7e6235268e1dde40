"""What is left of a project after lines were deleted until the service answered."""

import os
import sys

from django.conf import settings
from django.core.management import execute_from_command_line
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, JsonResponse
from django.urls import path


# --8<-- [start:wrong]
def convert(request: HttpRequest, celsius: int) -> JsonResponse:
    """Answer with the temperature in Fahrenheit."""
    return JsonResponse({"fahrenheit": celsius * 9 / 5 + 32})


def remember(request: HttpRequest, celsius: int) -> JsonResponse:
    """Keep the last temperature in the session."""
    request.session["last"] = celsius
    return JsonResponse({"last": celsius})


urlpatterns = [path("convert/<int:celsius>", convert), path("remember/<int:celsius>", remember)]

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1"],
    INSTALLED_APPS=[],
    MIDDLEWARE=["django.contrib.sessions.middleware.SessionMiddleware"],
    ROOT_URLCONF=__name__,
    SECRET_KEY=os.environ["SECRET_KEY"],
)
# --8<-- [end:wrong]
application = get_wsgi_application()

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
