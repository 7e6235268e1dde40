"""Hand each request a journal that is opened before the view and closed after it, come what may."""

import os
import sys
from collections.abc import Callable
from contextlib import closing
from functools import wraps
from pathlib import Path

from django.conf import settings
from django.core.management import execute_from_command_line
from django.core.wsgi import get_wsgi_application
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.views.decorators.http import require_safe

PRICES = {"pen": 300, "paper": 800}
View = Callable[..., HttpResponse]


class Journal:
    """What happened in one request, in a file that is open as long as the request takes."""

    def __init__(self, user: str) -> None:
        """Open the file."""
        self.user = user
        self.file = Path(os.environ.get("JOURNAL", "journal.txt")).open("a")
        self.write("begin")

    def write(self, text: str) -> None:
        """Add a line that names the user."""
        self.file.write(f"{self.user}: {text}\n")

    def close(self) -> None:
        """Close the file."""
        self.write("end")
        self.file.close()


def with_journal(view: View) -> View:  # (1)!
    """Open a journal for the time that the view takes, and put it on the request."""

    @wraps(view)
    def journaled(request: HttpRequest, **parameters: str | int) -> HttpResponse:
        if "X-User" not in request.headers:
            return HttpResponse(status=401)
        with closing(Journal(request.headers["X-User"])) as request.journal:
            return view(request, **parameters)

    return journaled


def get_price(request: HttpRequest, item: str) -> int:
    """Look up what an item costs."""
    request.journal.write(f"look up {item}")
    if item not in PRICES:
        raise Http404
    return PRICES[item]


@require_safe
@with_journal
def show_price(request: HttpRequest, item: str, people: int) -> JsonResponse:
    """Tell what each of some people pays."""
    share = get_price(request, item) // people
    request.journal.write(f"tell {item}")
    return JsonResponse({"share": share})


@require_safe
def list_items(request: HttpRequest) -> JsonResponse:
    """Name the items; nobody has to be known for that."""
    return JsonResponse(list(PRICES), safe=False)


urlpatterns = [path("prices/<item>/<int:people>", show_price), path("items", list_items)]

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1", "localhost"],
    ROOT_URLCONF=__name__,
    SECRET_KEY=os.environ["SECRET_KEY"],
)
application = get_wsgi_application()

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
