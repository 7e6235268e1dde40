"""Sign up for a workshop: a form that is validated, shown again with errors, and has a token."""

import os
import sys
from pathlib import Path

from django import forms
from django.conf import settings
from django.core.management import execute_from_command_line
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_GET, require_http_methods

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1", "localhost"],
    MIDDLEWARE=["django.middleware.csrf.CsrfViewMiddleware"],  # (1)!
    ROOT_URLCONF=__name__,
    SECRET_KEY=os.environ["SECRET_KEY"],
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "DIRS": [Path(__file__).parent / "django_templates"],
        }
    ],
)


class SignUpForm(forms.Form):
    """What a visitor fills in."""

    name = forms.CharField(max_length=40)
    seats = forms.IntegerField(initial=1, min_value=1, max_value=4)


@require_http_methods(["GET", "POST"])
def sign_up(request: HttpRequest) -> HttpResponse:
    """Show the form; accept it, or show it again with its errors."""
    if request.method == "POST":
        form = SignUpForm(request.POST)
        if form.is_valid():
            return redirect("thanks")
        return render(request, "sign_up.html", {"form": form}, status=422)
    return render(request, "sign_up.html", {"form": SignUpForm()})


@require_GET
def thanks(request: HttpRequest) -> HttpResponse:
    """Say that it worked."""
    return HttpResponse("<p>You are on the list.</p>")


urlpatterns = [
    path("", sign_up, name="sign_up"),
    path("thanks", thanks, name="thanks"),
]

application = get_wsgi_application()

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
