"""An API, a folder of static files, and a built front end that has routes of its own."""

import os
import sys
from pathlib import Path

from django.conf import settings
from django.core.management import execute_from_command_line
from django.core.wsgi import get_wsgi_application
from django.http import FileResponse, HttpRequest, JsonResponse
from django.urls import path, re_path
from django.views.decorators.http import require_safe

HERE = Path(__file__).parent
FRONTEND = HERE / "frontend"
NOTES = [{"id": 1, "text": "Buy milk"}, {"id": 2, "text": "Call Grace"}]

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1", "localhost"],
    INSTALLED_APPS=["django.contrib.staticfiles"],
    MIDDLEWARE=["whitenoise.middleware.WhiteNoiseMiddleware"],
    ROOT_URLCONF=__name__,
    SECRET_KEY=os.environ["SECRET_KEY"],
    STATIC_ROOT=Path("collected").absolute(),  # (1)!
    STATIC_URL="/static/",
    STATICFILES_DIRS=[HERE / "static"],
    WHITENOISE_ROOT=FRONTEND,
)


@require_safe
def list_notes(request: HttpRequest) -> JsonResponse:
    """Answer what the front end asks for."""
    return JsonResponse(NOTES, safe=False)


@require_safe
def index(request: HttpRequest) -> FileResponse:
    """Hand every address that only the front end knows to the front end."""
    return FileResponse((FRONTEND / "index.html").open("rb"))


urlpatterns = [
    path("api/notes", list_notes),
    re_path("^(?!api/|assets/|static/)", index),  # (2)!
]

application = get_wsgi_application()

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
