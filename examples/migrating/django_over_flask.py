"""Halfway to Django: one WSGI callable, two applications, addresses unchanged."""

import json
import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, JsonResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from flask_before import NOTES
from flask_before import app as old
from werkzeug.middleware.dispatcher import DispatcherMiddleware

settings.configure(
    SECRET_KEY=os.environ["SECRET_KEY"], ALLOWED_HOSTS=["127.0.0.1"], ROOT_URLCONF=__name__
)


# --8<-- [start:route]
@csrf_exempt  # called by programs with a token, not by pages with a cookie
@require_POST
def add_note(request: HttpRequest) -> JsonResponse:
    try:
        body = json.loads(request.body)
    except ValueError:
        return JsonResponse({"error": "not JSON"}, status=400)
    if not isinstance(body.get("text"), str) or not body["text"]:
        return JsonResponse({"error": "text is missing"}, status=400)
    note = {"id": len(NOTES) + 1, "text": body["text"]}
    NOTES.append(note)
    return JsonResponse(note, status=201)


urlpatterns = [path("", add_note)]
# --8<-- [end:route]

# --8<-- [start:mount]
application = DispatcherMiddleware(old, {"/notes": get_wsgi_application()})
# --8<-- [end:mount]
