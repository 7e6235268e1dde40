"""Keep an uploaded text file under a name of its own, unless it is too large or no text file."""

import os
import sys

from django import forms
from django.conf import settings
from django.core.files.storage import default_storage
from django.core.management import execute_from_command_line
from django.core.validators import FileExtensionValidator
from django.core.wsgi import get_wsgi_application
from django.http import FileResponse, Http404, HttpRequest, JsonResponse
from django.urls import path, reverse
from django.views.decorators.http import require_GET, require_POST

MAX_BYTES = 100_000


class UploadForm(forms.Form):
    """What is checked before a file is kept."""

    file = forms.FileField(validators=[FileExtensionValidator(["txt", "csv"])])


@require_POST
def save(request: HttpRequest) -> JsonResponse:
    """Keep a file and say where it is."""
    if int(request.headers.get("Content-Length") or 0) > MAX_BYTES:  # (1)!
        return JsonResponse({"error": "Too large"}, status=413)
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return JsonResponse(form.errors, status=400)
    file = form.cleaned_data["file"]
    name = default_storage.save(file.name, file)  # (2)!
    return JsonResponse({"url": reverse("download", args=[name]), "size": file.size}, status=201)


@require_GET
def download(request: HttpRequest, name: str) -> FileResponse:
    """Send a file back, as a download."""
    if not default_storage.exists(name):
        raise Http404
    return FileResponse(default_storage.open(name), as_attachment=True)


urlpatterns = [
    path("files", save),
    path("files/<str:name>", download, name="download"),
]

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1", "localhost"],
    MEDIA_ROOT=os.environ.get("UPLOADS", "uploads"),
    # No CsrfViewMiddleware: without cookies a foreign form has nothing to misuse.
    ROOT_URLCONF=__name__,
    SECRET_KEY=os.environ["SECRET_KEY"],
)
application = get_wsgi_application()

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
