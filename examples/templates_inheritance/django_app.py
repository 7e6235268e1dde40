"""Two pages that share a layout; the list repeats a partial, and visitors' text is escaped."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.management import execute_from_command_line
from django.core.wsgi import get_wsgi_application
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_GET

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1", "localhost"],
    ROOT_URLCONF=__name__,
    SECRET_KEY=os.environ["SECRET_KEY"],
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "DIRS": [Path(__file__).parent / "django_templates"],  # (1)!
        }
    ],
)


@dataclass
class Note:
    """Something a visitor wrote."""

    id: int
    text: str


NOTES = {1: Note(1, "Buy milk"), 2: Note(2, "<script>alert(1)</script>")}


@require_GET
def list_notes(request: HttpRequest) -> HttpResponse:
    """Show all notes."""
    return render(request, "notes.html", {"notes": NOTES.values()})


@require_GET
def show_note(request: HttpRequest, note_id: int) -> HttpResponse:
    """Show one note."""
    if note_id not in NOTES:
        raise Http404
    return render(request, "note.html", {"note": NOTES[note_id]})


urlpatterns = [
    path("", list_notes, name="list_notes"),
    path("notes/<int:note_id>", show_note, name="show_note"),
]

application = get_wsgi_application()

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
