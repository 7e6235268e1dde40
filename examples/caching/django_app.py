"""Keep a costly answer for a while, and forget it when what it was made from changes."""

import os
import sys
import time

from django import forms
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import BadRequest
from django.core.management import execute_from_command_line
from django.core.wsgi import get_wsgi_application
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.views.decorators.http import require_http_methods

SECONDS = int(os.environ.get("CACHE_SECONDS", "60"))
TEMPERATURES = {"Oslo": [4, 6], "Rome": [18, 22]}


class MeasurementForm(forms.Form):
    """A temperature, as it is sent."""

    celsius = forms.IntegerField()


def make_report(city: str) -> dict[str, float]:
    """Make the report of a city, which takes its time."""
    time.sleep(0.5)
    values = TEMPERATURES[city]
    return {"count": len(values), "mean": sum(values) / len(values), "made": time.time()}


@require_http_methods(["GET", "POST"])
def reports(request: HttpRequest, city: str) -> HttpResponse:
    """Show the report of a city, from the cache where it is there, or add to it."""
    if city not in TEMPERATURES:
        raise Http404
    if request.method == "POST":
        return add_measurement(request, city)
    return JsonResponse(cache.get_or_set(city, lambda: make_report(city), SECONDS))


def add_measurement(request: HttpRequest, city: str) -> HttpResponse:
    """Add a temperature, and forget the report that lacks it."""
    form = MeasurementForm(request.POST)
    if not form.is_valid():
        raise BadRequest
    TEMPERATURES[city].append(form.cleaned_data["celsius"])
    cache.delete(city)
    return HttpResponse(status=204)


urlpatterns = [path("reports/<str:city>", reports)]

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1", "localhost"],
    CACHES={"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}},  # (1)!
    # No CsrfViewMiddleware: without cookies a foreign form has nothing to misuse.
    ROOT_URLCONF=__name__,
    SECRET_KEY=os.environ["SECRET_KEY"],
)
application = get_wsgi_application()

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
