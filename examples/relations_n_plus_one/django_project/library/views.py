"""A list of books with their authors, once with a query for each author and once without."""

from collections.abc import Iterable

from django.db import models
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from library.models import Book


def answer(books: Iterable[Book]) -> JsonResponse:
    """Return books as JSON."""
    return JsonResponse([book.as_dict() for book in books], safe=False)


@require_safe
def trap(request: HttpRequest) -> JsonResponse:
    """Load the books; `as_dict` then loads each author."""
    return answer(Book.objects.order_by("id"))


@require_safe
def cure(request: HttpRequest) -> JsonResponse:
    """Load the books together with their authors, by a join."""
    return answer(Book.objects.order_by("id").select_related("author"))


@require_safe
def guard(request: HttpRequest) -> JsonResponse:
    """Forget the authors, with a guard that turns each hidden query into an error."""
    return answer(Book.objects.order_by("id").fetch_mode(models.FETCH_RAISE))
