"""A greeting, a list and one item of it, each at an address of its own."""

import os
import sys

from django.conf import settings
from django.core.management import execute_from_command_line
from django.core.wsgi import get_wsgi_application
from django.http import Http404, HttpRequest, JsonResponse
from django.urls import include, path, reverse
from django.views.decorators.http import require_safe

BOOKS = {1: "Solaris", 2: "Kindred"}


@require_safe
def hello(request: HttpRequest) -> JsonResponse:
    """Greet."""
    return JsonResponse({"message": "Hello, world"})


@require_safe
def list_books(request: HttpRequest) -> JsonResponse:
    """List all books with their addresses."""
    books = [
        {"title": title, "url": reverse("show_book", args=[book_id])}
        for book_id, title in BOOKS.items()
    ]
    return JsonResponse(books, safe=False)


@require_safe
def show_book(request: HttpRequest, book_id: int) -> JsonResponse:
    """Show one book."""
    if book_id not in BOOKS:
        raise Http404
    return JsonResponse({"title": BOOKS[book_id]})


books = [path("", list_books), path("/<int:book_id>", show_book, name="show_book")]
urlpatterns = [path("", hello), path("books", include(books))]  # (1)!

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1", "localhost"],
    ROOT_URLCONF=__name__,
    SECRET_KEY=os.environ["SECRET_KEY"],
)
application = get_wsgi_application()

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
