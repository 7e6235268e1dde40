"""An API for one front end that is served from another origin and signs in with a cookie."""

import json
import os
from secrets import compare_digest

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.urls import path
from django.views.decorators.http import require_http_methods

FRONT_END = os.environ["FRONT_END"]  # its origin, such as https://app.shop.example
NOTES = ["Buy milk"]

# --8<-- [start:doors]
settings.configure(
    ALLOWED_HOSTS=[".localhost", "127.0.0.1"],
    INSTALLED_APPS=["corsheaders"],
    MIDDLEWARE=[
        "corsheaders.middleware.CorsMiddleware",  # first, so that a 403 carries its headers too
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
    ],
    CORS_ALLOWED_ORIGINS=[FRONT_END],
    CORS_ALLOW_CREDENTIALS=True,
    CSRF_TRUSTED_ORIGINS=[FRONT_END],
    SESSION_ENGINE="django.contrib.sessions.backends.signed_cookies",
    SECRET_KEY=os.environ["SECRET_KEY"],
    ROOT_URLCONF=__name__,
)


def show_session(request):
    """Hand out the token: the page cannot read the cookie of another host."""
    return JsonResponse({"name": request.session.get("name"), "token": get_token(request)})


def add_note(request):
    try:
        note = json.loads(request.body)
    except ValueError:
        return HttpResponse(status=400)
    match note:
        case {"text": str(text)} if text:
            NOTES.append(text)
            return JsonResponse(NOTES, safe=False, status=201)
        case _:
            return HttpResponse(status=400)


# --8<-- [end:doors]


@require_http_methods(["GET", "POST"])
def notes(request):
    if "name" not in request.session:
        return HttpResponse(status=401)
    return add_note(request) if request.method == "POST" else JsonResponse(NOTES, safe=False)


@require_http_methods(["GET", "POST"])
def session(request):
    if request.method == "POST":
        password = request.POST.get("password", "").encode()
        if not compare_digest(password, os.environ["PASSWORD"].encode()):
            return HttpResponse(status=403)
        request.session["name"] = "Ada"
    return show_session(request)


urlpatterns = [path("notes", notes), path("session", session)]
application = get_wsgi_application()
