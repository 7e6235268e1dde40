"""Keep notes, each with the day on which it was written."""

import json
from datetime import date

from django import forms
from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_safe

from notes.models import Note


class NoteForm(forms.ModelForm):
    """What a client sends."""

    class Meta:
        """The rules come from the model."""

        model = Note
        fields = ("text",)


def get_today() -> date:
    """Return the current day."""
    return date.today()


@require_http_methods(["GET", "POST"])
def notes(request: HttpRequest) -> JsonResponse:
    """Return all notes, or store one."""
    if request.method == "GET":
        return JsonResponse([note.as_dict() for note in Note.objects.order_by("id")], safe=False)
    form = NoteForm(json.loads(request.body))
    if not form.is_valid():
        return JsonResponse(form.errors.get_json_data(), status=400)
    form.instance.day = get_today()
    return JsonResponse(form.save().as_dict(), status=201)


@require_safe
def read_note(request: HttpRequest, note_id: int) -> JsonResponse:
    """Return one note."""
    return JsonResponse(get_object_or_404(Note, pk=note_id).as_dict())
