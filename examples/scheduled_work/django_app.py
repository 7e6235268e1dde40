"""Sum up the orders by the clock, beside the requests."""

import json
import os
import sys
from pathlib import Path

from celery import Celery
from django import forms
from django.conf import settings
from django.core.management import execute_from_command_line
from django.core.wsgi import get_wsgi_application
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.views.decorators.http import require_GET, require_POST

EVERY = int(os.environ.get("EVERY_SECONDS", "3600"))
ORDERS = Path(os.environ.get("ORDERS", "orders.txt"))
QUEUE = Path(os.environ.get("QUEUE", "queue")).absolute()
SUMMARY = ORDERS.with_suffix(".json")

QUEUE.mkdir(exist_ok=True)
jobs = Celery("jobs", broker="filesystem://")  # (1)!
jobs.conf.broker_transport_options = {
    "data_folder_in": QUEUE,
    "data_folder_out": QUEUE,
    "control_folder": QUEUE / "control",
}
jobs.conf.beat_schedule = {"sum up": {"task": "sum_up", "schedule": EVERY}}  # (2)!


@jobs.task(name="sum_up")
def sum_up() -> None:
    """Write the summary of all orders so far."""
    euros = [int(line) for line in ORDERS.read_text().splitlines()]
    draft = SUMMARY.with_suffix(".draft")
    draft.write_text(json.dumps({"orders": len(euros), "euros": sum(euros)}))
    draft.replace(SUMMARY)


class OrderForm(forms.Form):
    """One order."""

    euros = forms.IntegerField()


@require_POST
def order(request: HttpRequest) -> HttpResponse:
    """Take down one order."""
    form = OrderForm(request.POST)
    if not form.is_valid():
        return JsonResponse(form.errors, status=400)
    with ORDERS.open("a") as orders:
        orders.write(f"{form.cleaned_data['euros']}\n")
    return HttpResponse(status=204)


@require_GET
def show_summary(request: HttpRequest) -> JsonResponse:
    """Show the last summary."""
    if not SUMMARY.exists():
        raise Http404
    return JsonResponse(json.loads(SUMMARY.read_text()))


urlpatterns = [path("orders", order), path("summary", show_summary)]

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1", "localhost"],
    # No CsrfViewMiddleware: without cookies a foreign form has nothing to misuse.
    ROOT_URLCONF=__name__,
    SECRET_KEY=os.environ["SECRET_KEY"],
)
application = get_wsgi_application()

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
