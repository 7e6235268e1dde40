"""Find flights from one airport by a typed path, an optional limit and a choice of orders."""

import os
import sys
from datetime import date

from django import forms
from django.conf import settings
from django.core.management import execute_from_command_line
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, JsonResponse
from django.urls import path, register_converter
from django.views.decorators.http import require_safe


class AirportConverter:
    """Three capital letters."""

    regex = "[A-Z]{3}"

    def to_python(self, value: str) -> str:
        """Keep the text."""
        return value


class DateConverter:
    """A day such as 2026-11-22; a ValueError means that the address is not found."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        """Turn the text into a day."""
        return date.fromisoformat(value)  # (1)!


class SearchForm(forms.Form):
    """The query; a form checks any mapping, not only one that a page sent."""

    limit = forms.IntegerField(min_value=1, max_value=50, required=False)
    order = forms.ChoiceField(choices=[("price", "Price"), ("time", "Time")], required=False)


@require_safe
def flights(request: HttpRequest, airport: str, day: date) -> JsonResponse:
    """Repeat the search as the program understood it."""
    form = SearchForm(request.GET)
    if not form.is_valid():
        return JsonResponse({"errors": form.errors}, status=400)
    return JsonResponse(
        {
            "airport": airport,
            "weekday": day.isoweekday(),
            "limit": form.cleaned_data["limit"] or 10,
            "order": form.cleaned_data["order"] or "time",
            "via": request.GET.getlist("via"),
        }
    )


register_converter(AirportConverter, "airport")
register_converter(DateConverter, "date")
urlpatterns = [path("flights/<airport:airport>/<date:day>", flights)]

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1", "localhost"],
    ROOT_URLCONF=__name__,
    SECRET_KEY=os.environ["SECRET_KEY"],
)
application = get_wsgi_application()

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
